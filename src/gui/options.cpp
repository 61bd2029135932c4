// SPDX-License-Identifier: Apache-2.0
#include "gui/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The translation context of this file.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Options)
};

}  // namespace

Options Options::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Words::tr("The desktop client for the Hugging Face Hub."));
    parser.addPositionalArgument(
        u"link"_s, Words::tr("What to open: owner/name, datasets/owner/name, hf:// or a web address."), u"[LINK…]"_s);
    const QCommandLineOption demo(u"demo"_s, Words::tr("Open a small Hub of its own that needs no network."));
    const QCommandLineOption tour(
        u"tour"_s, Words::tr("Play opening, downloading and looking, save a picture of every page into DIR, and exit."),
        u"DIR"_s);
    parser.addOptions({demo, tour});
    parser.addHelpOption();
    parser.addVersionOption();
    if (!parser.parse(arguments)) {
        std::fputs(qPrintable(u"hubdeck: %1\n"_s.arg(parser.errorText())), stderr);
        std::exit(2);
    }
    if (parser.isSet(u"help"_s))
        parser.showHelp(0);
    if (parser.isSet(u"version"_s))
        parser.showVersion();
    return {parser.positionalArguments(), parser.isSet(demo), parser.value(tour)};
}
