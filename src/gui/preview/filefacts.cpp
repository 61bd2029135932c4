// SPDX-License-Identifier: Apache-2.0
#include "gui/preview/filefacts.h"

#include "core/plaintext.h"
#include "core/texts.h"
#include "gui/theme/metrics.h"
#include "gui/widgets/button.h"
#include "gui/widgets/elidedlabel.h"
#include "gui/widgets/emptystate.h"
#include "gui/widgets/label.h"
#include "models/fileicon.h"
#include "models/preview.h"
#include "models/previewkind.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace {

/// "308 MB (307,867,048 bytes)"
QString exactSize(qint64 bytes)
{
    if (bytes < 1000)
        return core::sizeText(bytes);
    return FileFacts::tr("%1 (%2 bytes)").arg(core::sizeText(bytes), QLocale().toString(bytes));
}

QString storageText(const RemoteFile &file)
{
    if (!file.xetHash.isEmpty())
        return FileFacts::tr("Xet storage");
    return file.sha256.isEmpty() ? FileFacts::tr("In the git repository") : FileFacts::tr("Large file storage (LFS)");
}

struct Sum {
    qint64 bytes = 0;
    int files = 0;
    bool isKnown = true;
};

Sum sumOf(const QList<FolderEntry> &entries)
{
    Sum sum;
    for (const FolderEntry &entry : entries) {
        const qint64 bytes = entry.isFolder ? entry.bytes : entry.file.size;
        sum.isKnown = sum.isKnown && bytes >= 0 && (!entry.isFolder || entry.files >= 0);
        sum.bytes += qMax(qint64(0), bytes);
        sum.files += entry.isFolder ? qMax(0, entry.files) : 1;
    }
    return sum;
}

}  // namespace

FileFacts::FileFacts(QWidget *parent) : QWidget(parent), m_scroll(new QScrollArea(this))
{
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->viewport()->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_scroll);
    m_scroll->setFocusPolicy(Qt::NoFocus);  // Its buttons are walked through, and it follows.
}

void FileFacts::setFacts(const Preview &preview)
{
    m_content = new QWidget(m_scroll->viewport());
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins({});
    const FolderEntry *entry = preview.entry();
    const QString icon = !entry ? u"list"_s : entry->isFolder ? u"folder"_s : models::fileIconOf(entry->name);
    QString title = tr("%1 selected").arg(core::countText(preview.selection.count));
    if (entry)
        title = entry->isFolder ? tr("Folder") : models::kindText(entry->path);
    column->addWidget(new look::EmptyState(icon, title, preview.reason, m_content), 1);
    auto *facts = new QWidget(m_content);
    m_facts = new QGridLayout(facts);
    m_facts->setContentsMargins(look::kLarge, 0, look::kSmall, look::kLarge);
    m_facts->setHorizontalSpacing(look::kMedium);
    m_facts->setVerticalSpacing(look::kTight);
    m_facts->setColumnStretch(1, 1);
    if (!entry)
        addSeveral(preview);
    else if (entry->isFolder)
        addFolder(preview);
    else
        addFile(preview);
    column->addWidget(facts);
    column->addStretch(1);
    m_scroll->setWidget(m_content);  // The one before goes.
    m_content->setAutoFillBackground(false);
}

void FileFacts::addFile(const Preview &preview)
{
    const RemoteFile &file = preview.entry()->file;
    if (file.size >= 0)
        addFact(tr("Size"), exactSize(file.size));
    addFact(tr("On this computer"), preview.selection.state);
    addFact(tr("Kept"), storageText(file));
    addFact(tr("SHA-256"), file.sha256, true);
    addFact(file.sha256.isEmpty() ? tr("Git blob") : tr("Git pointer"), file.blobId, true);
    addFact(tr("Xet hash"), file.xetHash, true);
}

void FileFacts::addFolder(const Preview &preview)
{
    const FolderEntry &folder = *preview.entry();
    if (folder.files >= 0)
        addFact(tr("Files"), QLocale().toString(folder.files));
    if (folder.bytes >= 0)
        addFact(tr("Size"), exactSize(folder.bytes));
    addFact(tr("On this computer"), preview.selection.state);
}

void FileFacts::addSeveral(const Preview &preview)
{
    const Sum sum = sumOf(preview.selection.entries);
    if (!sum.isKnown || preview.selection.entries.isEmpty())
        return addFact(tr("Size"), tr("Not counted yet"));
    addFact(tr("Files"), QLocale().toString(sum.files));
    addFact(tr("Size"), exactSize(sum.bytes));
}

void FileFacts::addFact(const QString &name, const QString &value, bool canCopy)
{
    if (value.isEmpty())
        return;
    const int row = m_facts->rowCount();
    auto *label = (new look::Label(name, look::Type::Small, m_content))->subtle();
    auto *text = new look::ElidedLabel(m_content);
    text->setType(look::Type::Small);
    text->setElideMode(Qt::ElideMiddle);
    text->setText(core::visible(value));
    m_facts->addWidget(label, row, 0);
    m_facts->addWidget(text, row, 1);
    if (!canCopy)
        return;
    auto *copy = look::Button::ofIcon(u"copy"_s, tr("Copy: %1").arg(name), m_content);
    connect(copy, &QPushButton::clicked, this, [value] { QGuiApplication::clipboard()->setText(value); });
    m_facts->addWidget(copy, row, 2);
}
