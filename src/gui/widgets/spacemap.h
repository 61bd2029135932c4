// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QRectF>
#include <QWidget>

namespace look {

/// Rectangles whose areas are as \a sizes, as square as can be (Bruls, Huizing and van Wijk). \a sizes fall.
QList<QRectF> squarified(const QList<double> &sizes, const QRectF &room);

/// What eats the disk, as areas: one rectangle a thing, hue by kind, the picked ones ringed. Arrow keys walk it in the
/// order of sizes.
class SpaceMap final : public QWidget
{
    Q_OBJECT

public:
    struct Entry {
        QString name;
        qint64 bytes;
        int kind;  ///< Index of Roles::series(); below 0: the sum of all that is too small for a rectangle.
        bool picked = false;
    };

    explicit SpaceMap(QWidget *parent = nullptr);

    void setEntries(const QList<Entry> &entries);  ///< Largest first.
    const QList<Entry> &entries() const { return m_entries; }
    void setCurrent(int index) { m_current = index; }  ///< Where the arrow keys go on from.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void clicked(int index);    ///< Pressed, or walked to.
    void activated(int index);  ///< Return, or a double click.

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    QList<QRectF> boxes() const;
    int entryAt(const QPointF &at) const;
    void choose(int index);
    static void paintEntry(QPainter *painter, const QRectF &box, const Entry &entry);

    QList<Entry> m_entries;
    int m_current = -1;
};

}
