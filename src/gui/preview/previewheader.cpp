// SPDX-License-Identifier: Apache-2.0
#include "gui/preview/previewheader.h"

#include "core/plaintext.h"
#include "core/texts.h"
#include "gui/theme/icons.h"
#include "gui/theme/metrics.h"
#include "gui/theme/roles.h"
#include "gui/widgets/button.h"
#include "gui/widgets/elidedlabel.h"
#include "models/fileicon.h"
#include "models/preview.h"
#include "models/previewkind.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace {

QString iconOf(const Preview &preview)
{
    const FolderEntry *entry = preview.entry();
    if (!entry)
        return preview.kind == Preview::Kind::Several ? u"list"_s : u"text"_s;
    return entry->isFolder ? u"folder"_s : models::fileIconOf(entry->name);
}

QString nameOf(const Preview &preview)
{
    if (const FolderEntry *entry = preview.entry())
        return core::visible(entry->name);
    if (preview.kind == Preview::Kind::Nothing)
        return PreviewHeader::tr("Preview");
    return PreviewHeader::tr("%1 selected").arg(core::countText(preview.selection.count));
}

/// "1.40 kB · JSON · UTF-8 · read in full"
QString factsOf(const Preview &preview)
{
    const FolderEntry *entry = preview.entry();
    if (!entry || entry->isFolder)
        return {};
    QStringList facts;
    if (entry->file.size >= 0)
        facts << core::sizeText(entry->file.size);
    if (preview.kind == Preview::Kind::Image) {
        const QLocale locale;
        facts << models::imageKindText(preview.imageKind)
              << locale.toString(preview.pixels.width()) + u" × "_s + locale.toString(preview.pixels.height());
    } else {
        facts << models::kindText(entry->path);
    }
    if (preview.kind == Preview::Kind::Text) {
        facts << preview.encoding;
        if (preview.bytesRead >= entry->file.size)
            facts << PreviewHeader::tr("read in full");
    }
    return facts.join(u" · "_s);
}

}  // namespace

PreviewHeader::PreviewHeader(QWidget *parent)
    : QWidget(parent),
      m_iconPlace(new QWidget(this)),
      m_name(new look::ElidedLabel(this)),
      m_facts(new look::ElidedLabel(this))
{
    m_iconPlace->setFixedSize(look::kBigIcon, look::kBigIcon);
    m_iconPlace->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_name->setType(look::Type::Strong);
    m_name->setElideMode(Qt::ElideMiddle);
    m_facts->setType(look::Type::Small);
    m_facts->setTone(look::Tone::Neutral);
    setMinimumHeight(2 * QFontMetrics(font()).height() + look::kHuge);  // It does not jump from file to file.
    auto *texts = new QVBoxLayout;
    texts->setSpacing(1);
    texts->addStretch();
    texts->addWidget(m_name);
    texts->addWidget(m_facts);
    texts->addStretch();
    auto *close = look::Button::ofIcon(u"close"_s, tr("Close the preview"), this);
    connect(close, &QPushButton::clicked, this, &PreviewHeader::closeAsked);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(look::kLarge, look::kMedium - 1, look::kSmall, look::kMedium - 2);
    row->setSpacing(0);
    row->addWidget(m_iconPlace);
    row->addSpacing(look::kMedium - 2);
    row->addLayout(texts, 1);
    row->addWidget(close);
}

void PreviewHeader::setPreview(const Preview &preview)
{
    m_icon = iconOf(preview);
    m_name->setText(nameOf(preview));
    m_facts->setText(factsOf(preview));
    m_facts->setHidden(m_facts->text().isEmpty());
    update();
}

void PreviewHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    look::drawLineIcon(&painter, m_icon, m_iconPlace->geometry(), look::currentRoles().subtle);
}
