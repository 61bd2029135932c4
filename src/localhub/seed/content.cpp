// SPDX-License-Identifier: Apache-2.0
#include "localhub/seed/content.h"

#include "localhub/seed/random.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

QByteArray seed::content(const char *name)
{
    QFile file(u":/seed/"_s + QString::fromUtf8(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The demo content \"%s\" is not built in.", name);
    return file.readAll();
}

QByteArray seed::firstPieces(const QByteArray &text, const QByteArray &separator, int count)
{
    qsizetype end = 0;
    for (int i = 0; i < count && end >= 0; ++i)
        end = text.indexOf(separator, end + 1);
    return end < 0 ? text : text.left(end).trimmed() + '\n';
}

const QList<QByteArray> &seed::words()
{
    static const QList<QByteArray> list = content("words.txt").simplified().split(' ');
    return list;
}

QByteArray seed::sentence(Random &random, int least, int most)
{
    QByteArray text;
    for (int left = least + random.below(most - least + 1); left > 0; --left) {
        // The smaller of two draws: common words come more often, as in a language.
        const int count = int(words().size());
        text += words()[qMin(random.below(count), random.below(count))] + (left > 1 ? " " : ".");
    }
    text[0] = char(text[0] - 'a' + 'A');
    return text;
}

}  // namespace localhub
