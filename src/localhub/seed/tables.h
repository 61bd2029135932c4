// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace localhub::seed {

/// Orders of a shop as CSV, \a rows of them below the header: quoted fields with commas, quotes and line ends among
/// them, umlauts, empty fields.
QByteArray ordersCsv(int rows, quint64 seed);

/// The same kind of table as spreadsheets in Germany write it: semicolons, decimal commas, a byte order mark, CRLF.
QByteArray citiesCsv();

/// Questions and answers, one JSON object a line.
QByteArray questionsJsonl(int rows, quint64 seed);

/// "file_name" and "label" of \a count pictures, as a folder of images has it in metadata.csv.
QByteArray imageMetadataCsv(int count);

}  // namespace localhub::seed
