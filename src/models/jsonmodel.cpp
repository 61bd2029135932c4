// SPDX-License-Identifier: Apache-2.0
#include "models/jsonmodel.h"

#include "core/plaintext.h"
#include "models/itemroles.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

#include <vector>

using namespace Qt::Literals::StringLiterals;

/// A value with its key, or a group of a container's entries, from \a first on.
struct JsonModel::Node {
    Node *parent = nullptr;
    int row = 0;
    QString key;
    QJsonValue value;
    qsizetype first = 0;
    qsizetype count = 0;  ///< Of the entries that it holds; 0 of what is no container.
    bool isGroup = false;
    bool isMade = false;
    std::vector<std::unique_ptr<Node>> children = {};
};

namespace {

qsizetype sizeOf(const QJsonValue &value)
{
    return value.isArray() ? value.toArray().size() : value.isObject() ? value.toObject().size() : 0;
}

QString cut(const QString &text)
{
    const QString shown = core::visibleLines(text.left(JsonModel::kLongest));
    return text.size() > JsonModel::kLongest ? shown + u'…' : shown;
}

/// As the file has it: 1e-06 stays short, and whole numbers are not rounded.
QString numberText(const QJsonValue &value)
{
    const double number = value.toDouble();
    const qint64 whole = value.toInteger(0);
    return double(whole) == number ? QString::number(whole)
                                   : QString::number(number, 'g', QLocale::FloatingPointShortest);
}

QString entriesText(qsizetype count)
{
    return JsonModel::tr("%Ln entries", nullptr, int(count));
}

}  // namespace

JsonModel::JsonModel(QObject *parent) : QAbstractItemModel(parent), m_root(std::make_unique<Node>()) {}

JsonModel::~JsonModel() = default;

void JsonModel::setDocument(const QJsonDocument &document)
{
    beginResetModel();
    m_root = std::make_unique<Node>();
    m_root->value = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    m_root->count = sizeOf(m_root->value);
    endResetModel();
}

JsonModel::Node *JsonModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

void JsonModel::makeChildren(Node *node)
{
    if (std::exchange(node->isMade, true) || node->count == 0)
        return;
    const auto add = [node](QString key, QJsonValue value, qsizetype first, qsizetype count, bool isGroup) {
        const int row = int(node->children.size());
        node->children.push_back(
            std::make_unique<Node>(Node{node, row, std::move(key), std::move(value), first, count, isGroup}));
    };
    const qsizetype end = node->first + node->count;
    if (node->count > kGroup) {
        for (qsizetype first = node->first; first < end; first += kGroup) {
            const qsizetype count = qMin(qsizetype(kGroup), end - first);
            add(u"%1 – %2"_s.arg(first).arg(first + count - 1), node->value, first, count, true);
        }
    } else if (node->value.isArray()) {
        const QJsonArray array = node->value.toArray();
        for (qsizetype i = node->first; i < end; ++i)
            add(QString::number(i), array[i], 0, sizeOf(array[i]), false);
    } else {
        const QJsonObject object = node->value.toObject();
        for (auto it = object.begin() + node->first; it != object.begin() + end; ++it)
            add(it.key(), it.value(), 0, sizeOf(it.value()), false);
    }
}

QModelIndex JsonModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent)->children[size_t(row)].get());
}

QModelIndex JsonModel::parent(const QModelIndex &index) const
{
    Node *parent = nodeOf(index)->parent;
    return !index.isValid() || !parent || !parent->parent ? QModelIndex() : createIndex(parent->row, 0, parent);
}

int JsonModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    Node *node = nodeOf(parent);
    makeChildren(node);
    return int(node->children.size());
}

int JsonModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

/// Answered without making the rows: a view asks it of each row that it paints.
bool JsonModel::hasChildren(const QModelIndex &parent) const
{
    return parent.column() <= 0 && nodeOf(parent)->count > 0;
}

QString JsonModel::textOf(const Node &node)
{
    if (node.isGroup)
        return {};
    switch (node.value.type()) {
    case QJsonValue::Null: return u"null"_s;
    case QJsonValue::Bool: return node.value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double: return numberText(node.value);
    case QJsonValue::String: return u'"' + cut(node.value.toString()) + u'"';
    case QJsonValue::Array: return node.count == 0 ? u"[ ]"_s : entriesText(node.count);
    case QJsonValue::Object: return node.count == 0 ? u"{ }"_s : entriesText(node.count);
    case QJsonValue::Undefined: break;
    }
    return {};
}

models::Tone JsonModel::toneOf(const Node &node)
{
    if (node.isGroup)
        return models::Tone::Neutral;
    switch (node.value.type()) {
    case QJsonValue::String: return models::Tone::Success;
    case QJsonValue::Double:
    case QJsonValue::Bool:
    case QJsonValue::Null: return models::Tone::Warning;
    default: return models::Tone::Neutral;
    }
}

QVariant JsonModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = *nodeOf(index);
    if (role == Qt::DisplayRole)
        return (index.column() == Key ? cut(node.key) : textOf(node)).replace(u'\n', u'↵').replace(u'\t', u' ');
    if (role == models::ToneRole)
        return int(index.column() == Key ? node.isGroup ? models::Tone::Neutral : models::Tone::Accent : toneOf(node));
    return {};
}

QVariant JsonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Key ? tr("Key") : tr("Value");
}
