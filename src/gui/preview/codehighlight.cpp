// SPDX-License-Identifier: Apache-2.0
#include "gui/preview/codehighlight.h"

#include "gui/preview/jsonhighlighter.h"
#include "models/previewkind.h"

#ifdef HUBDECK_SYNTAX_HIGHLIGHTING
#include "gui/theme/roles.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>
#include <QTextDocument>
#endif

QSyntaxHighlighter *gui::highlightCode(QTextDocument *document, const QString &name)
{
    if (models::previewKindOf(name) == models::PreviewKind::Json)
        return new JsonHighlighter(document);
#ifdef HUBDECK_SYNTAX_HIGHLIGHTING
    static const KSyntaxHighlighting::Repository languages;  // Reading them takes a while: once.
    if (document->characterCount() > kMostHighlighted / 3)
        return nullptr;  // It takes its time.
    const KSyntaxHighlighting::Definition language = languages.definitionForFileName(name);
    if (!language.isValid())
        return nullptr;
    auto *highlighter = new KSyntaxHighlighting::SyntaxHighlighter(document);
    highlighter->setTheme(languages.defaultTheme(look::currentRoles().dark
                                                     ? KSyntaxHighlighting::Repository::DarkTheme
                                                     : KSyntaxHighlighting::Repository::LightTheme));
    highlighter->setDefinition(language);
    return highlighter;
#else
    return nullptr;
#endif
}
