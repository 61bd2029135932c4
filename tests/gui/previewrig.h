// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "windowrig.h"

#include "gui/filesarea.h"
#include "gui/repopage.h"
#include "support/contents.h"
#include "support/faults.h"

#include <QBuffer>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>

using namespace Qt::Literals::StringLiterals;
using localhub::Change;

/// Files that say what they are, and files that lie.
namespace previews {

inline QByteArray imageBytes(const char *format, const QSize &size)
{
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, qRgb(x * 7 % 256, y * 5 % 256, (x * y) % 256));
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return buffer.data();
}

inline quint32 crcOf(const QByteArray &bytes)
{
    quint32 crc = ~0U;
    for (const char byte : bytes) {
        crc ^= uchar(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320U : 0U);
    }
    return ~crc;
}

inline void putNumber(QByteArray &bytes, int at, quint32 number)
{
    for (int byte = 0; byte < 4; ++byte)
        bytes[at + byte] = char(number >> (24 - 8 * byte));
}

/// As QImage writes it, with another size in its head.
inline QByteArray pngOf(quint32 width, quint32 height)
{
    QByteArray png = imageBytes("png", {8, 8});
    putNumber(png, 16, width);
    putNumber(png, 20, height);
    putNumber(png, 29, crcOf(png.sliced(12, 17)));
    return png;
}

/// One pixel, as it stands in the format's own examples.
inline const QByteArray kWebP = QByteArray::fromBase64("UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAwA0JaQAA3AA/vuUAAA=");

inline QByteArray numberedLines(int count)
{
    QByteArray text;
    for (int line = 1; line <= count; ++line)
        text += "line " + QByteArray::number(line).rightJustified(6, '0') + '\n';
    return text;
}

}  // namespace previews

/// The real window on a repository with a file of each kind; the hub's log says what was fetched of them.
class PreviewRig : protected WindowRig
{
protected:
    const QByteArray m_text = previews::numberedLines(60'000);  // 720,000 bytes.
    std::unique_ptr<Faults> m_faults;

    FilesArea *area() const { return m_window->repoPage()->filesArea(); }
    QTreeView *list() const { return area()->findChild<QTreeView *>(u"list"_s); }

    template<typename T>
    T *named(const QString &name) const
    {
        for (T *widget : m_window->findChildren<T *>()) {
            if (widget->isVisible() && widget->accessibleName() == name)
                return widget;
        }
        return nullptr;
    }

    bool isSaid(const QString &words) const
    {
        for (const QLabel *label : area()->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(words))
                return true;
        }
        return false;
    }

    QPushButton *button(const QString &text) const
    {
        for (QPushButton *button : area()->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == text)
                return button;
        }
        return nullptr;
    }

    void begin(const QString &link = u"demo/tiny"_s, const QSize &size = {1280, 800})
    {
        openWindow(size);
        m_window->openLink(link);
        QTRY_VERIFY(m_window->repoPage()->isListed() && list()->model()->rowCount() > 0);
        m_faults->clearLog();
    }

    QModelIndex rowOf(const QString &name) const
    {
        const QAbstractItemModel *model = list()->model();
        return model->match(model->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly).value(0);
    }

    void select(const QString &name)
    {
        QTRY_VERIFY(rowOf(name).isValid());
        list()->setCurrentIndex(rowOf(name));
        QTRY_VERIFY(area()->isPreviewed());
    }

    /// Answers with bytes of files; redirects to them have none.
    QList<QJsonObject> fetches() const
    {
        QList<QJsonObject> fetches;
        for (const QJsonObject &request : m_faults->log()) {
            const bool isFile
                = request[u"path"_s].toString().contains(u"/resolve"_s) || request[u"server"_s] == u"cdn"_s;
            if (isFile && request[u"status"_s].toInt() < 300)
                fetches << request;
        }
        return fetches;
    }

    qint64 fetchedBytes() const
    {
        qint64 sent = 0;
        for (const QJsonObject &fetch : fetches())
            sent += fetch[u"sent"_s].toInteger();
        return sent;
    }

    QList<Change> files()
    {
        const auto large = [this](const QByteArray &path, const QByteArray &bytes) {
            return Change::putLarge(path, *m_hub->store().putLarge(bytes));
        };
        QList<Change> files{
            Change::put("config.json", R"({"name": "tiny", "layers": [1, 2, 3], "bias": null})"),
            Change::put("long.txt", m_text),
            Change::put("vocabulary", m_text),
            Change::put("picture.png", previews::imageBytes("png", {40, 30})),
            Change::put("photo.jpg", previews::imageBytes("jpg", {64, 48})),
            Change::put("small.webp", previews::kWebP),
            Change::put("words.png", "These are words.\n"),
            Change::put("picture.txt", previews::imageBytes("png", {20, 10})),
            Change::put("huge.png", previews::pngOf(100'000, 100'000)),
            Change::put("broken.png", previews::imageBytes("png", {40, 30}).first(60)),
            Change::put("cut.jpg", previews::imageBytes("jpg", {64, 48}).first(200)),
            Change::put("deep.json", QByteArray(100'000, '[')),
            Change::put("trojan.py", "safe = 1 \xe2\x80\xae# not\n"),
            Change::put("latin.txt",
                        "Gr\xfc\xdf"
                        "e aus K\xf6ln am Rhein\n"),
            Change::put("empty.txt", ""),
            Change::put("data", QByteArray("\0\1\2\3", 4) + contents::bytes(50'000)),
            Change::put("drawing.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
            large("line.json", "{\"text\": \"" + QByteArray(10'000'000, 'x') + "\"}"),
            large("model.safetensors", contents::bytes(2'000'000)),
            large("panorama.png", QByteArray("\x89PNG\r\n\x1a\n") + contents::bytes(17 << 20)),
        };
        for (int file = 0; file < 60; ++file)
            files << Change::put("many/" + QByteArray::number(file).rightJustified(2, '0') + ".txt", "x");
        return files;
    }

    void makeHub()
    {
        m_hub = std::make_unique<SmallHub>(true);
        m_faults = std::make_unique<Faults>(m_hub->url());
        m_hub->commit({localhub::RepoType::Model, "demo", "tiny"}, "main", files());
    }

    void beginEmpty()
    {
        m_faults->clear();
        emptyDisk();
        makeEngine();
    }
};
