// SPDX-License-Identifier: Apache-2.0
#include "imaging/RegistrationScans.h"
#include "registration/Resample.h"

#include <QTest>

using namespace Chartline::Imaging;
using namespace Chartline::Imaging::Test;
using namespace Qt::StringLiterals;

// What does not belong together is refused; what changed in parts is not.
class TestRegistrationRefused : public QObject
{
    Q_OBJECT

private:
    Scans m_scan;

private Q_SLOTS:
    void initTestCase() { silenceDcmtk(); }

    void unrelated_data()
    {
        QTest::addColumn<QString>("fixedName");
        QTest::addColumn<QString>("movingName");
        const auto row = [](const QString &fixed, const QString &moving) {
            QTest::newRow(qPrintable(fixed + u", "_s + moving)) << fixed << moving;
        };
        row(u"skull"_s, u"chest"_s);
        if (slow)
            return;
        row(u"chest"_s, u"head"_s);
        row(u"head"_s, u"chest"_s);
        row(u"chest"_s, u"trunk"_s); // another person's chest and belly
        row(u"trunk"_s, u"followUp"_s);
        row(u"head"_s, u"skullTilted"_s);
        row(u"flair"_s, u"chest"_s);
        row(u"kneeSagittal"_s, u"flair"_s);
        row(u"t1"_s, u"kneeCoronal"_s);
        row(u"flair"_s, u"t1"_s); // two persons' heads
        row(u"pet"_s, u"chest"_s);
    }
    void unrelated()
    {
        if (!Scans::there())
            QSKIP("The shared scans are not here.");
        QFETCH(QString, fixedName);
        QFETCH(QString, movingName);
        const auto alignment = align(m_scan(fixedName), m_scan(movingName));
        QVERIFY(alignment.has_value());
        qInfo("%s", qPrintable(words(*alignment)));
        QVERIFY(!alignment->accepted);
        QVERIFY(alignment->why == FailureCode::TooLittleOverlap || alignment->why == FailureCode::NotAligned);
        QVERIFY(!alignment->detail.isEmpty());
    }

    // Parts of one body that do not touch, a body upside down, and one seen in a mirror.
    void otherPartsOfTheSameBody_data()
    {
        QTest::addColumn<QString>("change");
        QTest::newRow("top and bottom") << u"apart"_s;
        QTest::newRow("upside down") << u"upside down"_s;
        QTest::newRow("mirrored") << u"mirrored"_s;
    }
    void otherPartsOfTheSameBody()
    {
        if (!Scans::there() || slow)
            QSKIP("Needs the shared scans, and time.");
        QFETCH(QString, change);
        Volume fixed = m_scan(u"trunk"_s);
        Volume moving = fixed;
        if (change == u"apart") {
            moving = cut(fixed, 2, 92, 135);
            fixed = cut(fixed, 2, 0, 45);
        } else {
            // The voxels the other way round on the same grid.
            const std::size_t axis = change == u"mirrored" ? 0 : 2;
            Affine turned;
            turned.columns[axis][axis] = -1;
            turned.translation = centerOf(fixed) - turned.direction(centerOf(fixed));
            moving = **resampleLike(fixed, turned, fixed);
        }
        moving.frameOfReference = u"1.2.3.4"_s;
        const auto alignment = align(fixed, moving);
        QVERIFY(alignment.has_value());
        qInfo("%s", qPrintable(words(*alignment)));
        QVERIFY(!alignment->accepted);
    }

    // Breath held elsewhere, arms down: the rest is aligned, and the error says that not all is.
    void localChange_data()
    {
        QTest::addColumn<QList<double>>("push"); // where (parts of the volume), by what (mm), how wide (mm)
        QTest::addColumn<double>("leastError");
        QTest::newRow("small") << QList<double>{0.3, 0.5, 0.5, 0, 0, 8, 30} << 0.2;
        QTest::newRow("diaphragm") << QList<double>{0.7, 0.5, 0.2, 0, 0, 15, 60} << 3.0;
        QTest::newRow("chest wall") << QList<double>{0.5, 0.2, 0.4, 0, -12, 0, 60} << 2.0;
    }
    void localChange()
    {
        if (!Scans::there() || slow)
            QSKIP("Needs the shared scans, and time.");
        QFETCH(QList<double>, push);
        QFETCH(double, leastError);
        const Volume fixed = coarser(m_scan(u"chest"_s), 2, 1);
        const Affine truth = rigid({2, -3, 4}, {12, -9, 30}, centerOf(fixed));
        const Vec3 where =
            fixed.indexToPatient.point({push[0] * fixed.size[0], push[1] * fixed.size[1], push[2] * fixed.size[2]});
        const Volume moving = movedTo(noisy(pushed(fixed, where, {push[3], push[4], push[5]}, push[6]), 15), truth);
        const auto alignment = align(fixed, moving);
        QVERIFY(alignment.has_value());
        std::vector<Vec3> untouched;
        for (const Vec3 &p : lungPoints(fixed)) {
            if (length(p - where) > 2.5 * push[6])
                untouched.push_back(p);
        }
        const Error error = errorOver(untouched, alignment->fixedToMoving, truth);
        qInfo("mean %.2f mm, at most %.2f mm over %zu points away from the change; %s", error.mean, error.most,
              untouched.size(), qPrintable(words(*alignment)));
        QVERIFY(alignment->accepted);
        QVERIFY(error.most < 1.5);
        QVERIFY(alignment->errorMm > leastError);
    }
};

QTEST_APPLESS_MAIN(TestRegistrationRefused)
#include "tst_registration_refused.moc"
