// SPDX-License-Identifier: Apache-2.0
#include "gui/accounts/accessfield.h"

#include "core/plaintext.h"
#include "gui/theme/metrics.h"
#include "gui/widgets/label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using Kind = Gate::Field::Kind;

namespace {

constexpr int kLongestAnswer = 1000;
constexpr int kShortestChoice = 12;  // Letters: the longest of all options would make the dialog as wide.
const QDate kNoDate(1900, 1, 1);     // Shown as a hint: a date that nobody chose must not be sent.

/// As the locale has it, but for years of two digits: nobody knows the century of those.
QString dateFormat()
{
    QString format = QLocale().dateFormat(QLocale::ShortFormat);
    return format.contains("yyyy"_L1) ? format : format.replace("yy"_L1, "yyyy"_L1);
}

/// A hint is no answer yet, and looks like that of the other fields.
void showAsHint(QDateEdit *edit, bool isHint)
{
    QPalette palette;
    if (isHint)
        palette.setColor(QPalette::Text, edit->palette().color(QPalette::PlaceholderText));
    edit->setPalette(palette);
}

/// In English, whatever the window speaks: the authors read them.
QStringList countries()
{
    QStringList names;
    for (int territory = QLocale::AnyTerritory + 1; territory <= QLocale::LastTerritory; ++territory) {
        if (QLocale::territoryToCode(QLocale::Territory(territory)).size() == 2)  // Parts of the world have numbers.
            names << QLocale::territoryToString(QLocale::Territory(territory));
    }
    names.sort();
    return names;
}

}  // namespace

AccessField::AccessField(const Gate::Field &field, QWidget *parent) : QWidget(parent), m_name(field.name)
{
    switch (field.kind) {
    case Kind::Checkbox: add(makeCheckbox()); break;
    case Kind::Date: add(makeDate()); break;
    case Kind::Country: add(makeChoice(countries(), tr("Choose a country"))); break;
    case Kind::Choice: add(makeChoice(field.options, tr("Choose an answer"))); break;
    case Kind::Text:
    case Kind::Unknown: add(makeText()); break;
    }
}

QWidget *AccessField::makeText()
{
    auto *edit = new QLineEdit(this);
    edit->setMaxLength(kLongestAnswer);
    m_answer = [edit] { return edit->text().trimmed(); };
    connect(edit, &QLineEdit::textChanged, this, &AccessField::changed);
    return edit;
}

/// What is agreed to may be long: its text is a label of its own, which has more than one line.
QWidget *AccessField::makeCheckbox()
{
    auto *box = new QCheckBox(this);
    m_answer = [box] { return box->isChecked() ? u"on"_s : QString(); };
    connect(box, &QCheckBox::toggled, this, &AccessField::changed);
    return box;
}

QWidget *AccessField::makeDate()
{
    auto *edit = new QDateEdit(kNoDate, this);
    edit->setMinimumDate(kNoDate);
    edit->setSpecialValueText(tr("Choose a date"));
    edit->setCalendarPopup(true);
    edit->setDisplayFormat(dateFormat());
    showAsHint(edit, true);
    connect(edit, &QDateEdit::dateChanged, edit, [edit](QDate date) { showAsHint(edit, date == kNoDate); });
    m_answer = [edit] { return edit->date() == kNoDate ? QString() : edit->date().toString(Qt::ISODate); };
    connect(edit, &QDateEdit::dateChanged, this, &AccessField::changed);
    return edit;
}

QWidget *AccessField::makeChoice(const QStringList &options, const QString &hint)
{
    auto *choice = new QComboBox(this);
    for (const QString &option : options)
        choice->addItem(core::visible(option), option);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(kShortestChoice);
    choice->setPlaceholderText(hint);
    choice->setCurrentIndex(-1);
    m_answer = [choice] { return choice->currentData().toString(); };
    connect(choice, &QComboBox::currentIndexChanged, this, &AccessField::changed);
    return choice;
}

void AccessField::add(QWidget *editor)
{
    const QString shown = core::visible(m_name);
    auto *label = new look::Label(shown, look::Type::Body, this);
    label->wrapped()->setBuddy(editor);
    editor->setAccessibleName(shown);
    const bool isBeside = qobject_cast<QCheckBox *>(editor);
    auto *box = new QBoxLayout(isBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom, this);
    box->setContentsMargins({});
    box->setSpacing(isBeside ? look::kSmall : look::kTight);
    box->addWidget(isBeside ? editor : label, 0, isBeside ? Qt::AlignTop : Qt::Alignment());
    box->addWidget(isBeside ? static_cast<QWidget *>(label) : editor, 1);
}
