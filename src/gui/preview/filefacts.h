// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QGridLayout;
class QScrollArea;
struct Preview;

/// What is known of a file that has no preview, of a folder, or of several of them: sizes, hashes, where it is kept.
class FileFacts final : public QWidget
{
    Q_OBJECT

public:
    explicit FileFacts(QWidget *parent = nullptr);

    void setFacts(const Preview &preview);

private:
    void addFile(const Preview &preview);
    void addFolder(const Preview &preview);
    void addSeveral(const Preview &preview);
    void addFact(const QString &name, const QString &value, bool canCopy = false);

    QScrollArea *m_scroll;
    QWidget *m_content = nullptr;  // Made anew for each file.
    QGridLayout *m_facts = nullptr;
};
