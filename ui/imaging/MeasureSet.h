// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "measure/Measure.h"
#include "services/MeasurementService.h"

#include <QHash>
#include <QObject>
#include <QPointF>
#include <functional>
#include <optional>

namespace Chartline::Ui {

// A measurement as the views work with it.
struct MeasureItem
{
    StoredMeasurement stored; // without points and figures, which are these:
    Imaging::Measurement shape;
    QList<Imaging::Figure> figures;
};

// The measurements and findings of the person whose images are open. Changes show at once and are saved behind; where
// saving fails, what is stored is read again and the reason told.
class MeasureSet : public QObject
{
    Q_OBJECT

public:
    explicit MeasureSet(MeasurementService *service, QObject *parent = nullptr);
    ~MeasureSet() override;

    void open(PersonId person);
    void close();
    [[nodiscard]] bool isOpen() const { return m_service && m_person; }
    [[nodiscard]] bool isLoaded() const { return m_loaded; }

    [[nodiscard]] const QList<MeasureItem> &items() const { return m_items; }
    [[nodiscard]] const MeasureItem *find(const QString &uid) const;
    [[nodiscard]] const QList<StoredFinding> &findings() const { return m_findings; }
    [[nodiscard]] const StoredFinding *finding(const QString &uid) const;
    [[nodiscard]] QString author() const;

    // Gives its uid.
    QString add(MeasureItem item);
    // While a handle is dragged: shown, not saved.
    void preview(const QString &uid, const Imaging::Measurement &shape, const QList<Imaging::Figure> &figures);
    // Saves what was previewed.
    void keep(const QString &uid);
    void rename(const QString &uid, const QString &label);
    void assign(const QString &uid, const QString &finding); // empty: to none
    void remove(QString uid);
    // Brings back what was removed last.
    [[nodiscard]] bool canRestore() const { return m_removed.has_value(); }
    void restore();
    QString addFinding(const QString &name);
    void changeFinding(const QString &uid, const std::function<void(StoredFinding &)> &change);
    void removeFinding(QString uid);

    // The one that is worked on; empty: none.
    [[nodiscard]] const QString &chosen() const { return m_chosen; }
    void choose(const QString &uid);
    // Where its text was moved to, logical pixels from where it stands by itself. Kept while the record is open.
    [[nodiscard]] QPointF textOffset(const QString &uid) const { return m_textOffsets.value(uid); }
    void setTextOffset(const QString &uid, const QPointF &offset);

    [[nodiscard]] static StoredMeasurement toStored(const MeasureItem &item);
    // Nothing for kinds and figures this program does not know.
    [[nodiscard]] static std::optional<MeasureItem> fromStored(const StoredMeasurement &stored);

Q_SIGNALS:
    void changed(); // what there is
    void redrawn(); // how it is shown
    void failed(const QString &words);

private:
    void reload();
    void save(const MeasureItem &item);
    void refused(const Error &error);
    [[nodiscard]] MeasureItem *edit(const QString &uid);

    MeasurementService *m_service;
    PersonId m_person;
    quint64 m_request = 0;
    bool m_loaded = false;
    QList<MeasureItem> m_items;
    QList<StoredFinding> m_findings;
    QString m_chosen;
    std::optional<MeasureItem> m_removed; // the last one, while the record is open
    QHash<QString, QPointF> m_textOffsets;
};

} // namespace Chartline::Ui
