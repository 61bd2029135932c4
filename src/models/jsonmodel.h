// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/tone.h"

#include <QAbstractItemModel>
#include <QJsonDocument>

#include <memory>

/// A JSON document as a tree of keys and values. Rows are made when somebody looks at them, and more than a thousand
/// beside each other stand in groups: "0 – 999".
class JsonModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Key, Value, ColumnCount };

    explicit JsonModel(QObject *parent = nullptr);
    ~JsonModel() override;

    static constexpr int kGroup = 1000;
    static constexpr int kLongest = 400;  ///< Characters of a text that a cell holds; the rest is cut off.

    void setDocument(const QJsonDocument &document);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Node;

    Node *nodeOf(const QModelIndex &index) const;
    static void makeChildren(Node *node);
    static QString textOf(const Node &node);
    static models::Tone toneOf(const Node &node);

    std::unique_ptr<Node> m_root;
};
