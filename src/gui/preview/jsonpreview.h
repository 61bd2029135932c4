// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class JsonModel;
class QJsonDocument;

namespace look {
class RowTree;
}

/// A JSON document as a tree of keys and values.
class JsonPreview final : public QWidget
{
    Q_OBJECT

public:
    explicit JsonPreview(QWidget *parent = nullptr);

    void setDocument(const QJsonDocument &document);

private:
    void copyRow() const;

    JsonModel *m_model;
    look::RowTree *m_tree;
};
