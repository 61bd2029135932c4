// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QListView>

namespace look {

class ResultDelegate;

/// As many columns of cards as there is room for, never narrower than 420 pixels; or lines below each other. One press
/// opens a card; by keyboard Return does.
class CardGrid final : public QListView
{
    Q_OBJECT

public:
    explicit CardGrid(QWidget *parent = nullptr);

    void setLines(bool isLines);

Q_SIGNALS:
    void opened(const QModelIndex &index);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void arrange();
    void fetchAhead();

    ResultDelegate *m_delegate;
    bool m_isLines = false;
};

}
