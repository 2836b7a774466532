// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/RecordService.h"

#include <QJsonObject>

namespace Chartline::Cli {

// The shapes `--json` prints (CLI.md). Names once published stay; more may come.
[[nodiscard]] QJsonObject personJson(const PersonSummary &person);
[[nodiscard]] QJsonObject factJson(const Fact &fact, const PersonRecord &record,
                                   const QHash<RecordId, QString> &formats);
[[nodiscard]] QJsonObject recordJson(const RecordInfo &record);
[[nodiscard]] QJsonObject detailJson(const FactDetail &detail);
[[nodiscard]] QJsonObject hitJson(const SearchHit &hit);

// A hit's title with the words of its negation and its flags.
[[nodiscard]] QString hitTitle(const SearchHit &hit);
// The same as detailJson(), for reading.
void printDetail(const FactDetail &detail);

} // namespace Chartline::Cli
