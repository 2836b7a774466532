// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Ids.h"
#include "store/Connection.h"

#include <QList>
#include <array>

namespace Chartline {

// A number a measurement came to: "long-axis", 9.4, "mm".
struct StoredFigure
{
    QString name;
    double value = 0;
    QString unit;
    bool operator==(const StoredFigure &) const = default;
};

// A measurement as it is kept. Times are milliseconds since 1970 UTC.
struct StoredMeasurement
{
    QString uid; // empty: a new one
    int version = 0;
    QString study; // UIDs of the image it is on; of a volume the slice nearest to it
    QString series;
    QString sopInstance;
    int frame = 0; // 0-based
    QString frameOfReference; // of patient coordinates
    bool inPatient = true; // points are mm (LPS) of the patient; else pixels of the frame
    QString kind; // "length", "angle", "cobb", "bidirectional", "ellipse", "rectangle", "freehand", "probe"
    QList<std::array<double, 3>> points;
    QList<StoredFigure> figures;
    QString label;
    QString finding; // uid; empty: none
    QString author; // of this version
    qint64 saved = 0; // this version
    qint64 created = 0; // the first one
    bool operator==(const StoredMeasurement &) const = default;
};

// Something followed from study to study: what measurements with the same tracking identifier are of.
struct StoredFinding
{
    // How it counts in the sum of diameters.
    enum class Role : quint8 { LongestDiameter, ShortAxis, None };

    QString uid; // Tracking Unique Identifier; empty: a new one
    int version = 0;
    QString name;
    Role role = Role::LongestDiameter;
    QString author;
    qint64 saved = 0;
    bool operator==(const StoredFinding &) const = default;
};

struct MeasurementSet
{
    QList<StoredMeasurement> measurements; // in the order they were first made
    QList<StoredFinding> findings;
};

// Measurements and findings. Every change is a row more: who did what when stays. Changing what was taken away brings
// it back.
class MeasurementStore
{
public:
    explicit MeasurementStore(Connection &db)
        : m_db(db)
    { }

    // What holds now of a person, by whichever identity.
    [[nodiscard]] Result<MeasurementSet> of(PersonId person);
    // Every version, the oldest first, also those taken away.
    [[nodiscard]] Result<QList<StoredMeasurement>> history(const QString &uid);

    // Writer, within a transaction. A new version, by `author` at `saved`; gives it back with its uid and number.
    // ConstraintViolated for what makes no sense, NotFound where the person has no such image.
    [[nodiscard]] Result<StoredMeasurement> put(PersonId person, StoredMeasurement measurement);
    [[nodiscard]] Status remove(const QString &uid, const QString &author, qint64 now);
    // NotFound where the person has no images.
    [[nodiscard]] Result<StoredFinding> putFinding(PersonId person, StoredFinding finding);
    // Its measurements stay, without it.
    [[nodiscard]] Status removeFinding(const QString &uid, const QString &author, qint64 now);

    // The right number of finite points for its kind, figures that are numbers, no name without end.
    [[nodiscard]] static bool isSound(const StoredMeasurement &measurement);
    // DatabaseDamaged for anything the other direction would not write.
    [[nodiscard]] static QByteArray pointsToBytes(const QList<std::array<double, 3>> &points);
    [[nodiscard]] static Result<QList<std::array<double, 3>>> pointsFromBytes(const QByteArray &bytes);
    [[nodiscard]] static QByteArray figuresToBytes(const QList<StoredFigure> &figures);
    [[nodiscard]] static Result<QList<StoredFigure>> figuresFromBytes(const QByteArray &bytes);
    // "2.25." and a random UUID as a number (PS3.5 B.2).
    [[nodiscard]] static QString newUid();

private:
    [[nodiscard]] Status insert(const StoredMeasurement &measurement, IdentityId identity, bool removed);
    [[nodiscard]] Status insert(const StoredFinding &finding, IdentityId identity, bool removed);
    [[nodiscard]] Result<IdentityId> identityOfImage(PersonId person, const StoredMeasurement &measurement);

    Connection &m_db;
};

} // namespace Chartline
