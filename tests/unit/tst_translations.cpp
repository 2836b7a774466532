// SPDX-License-Identifier: Apache-2.0
#include <QFile>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

// The German translation is complete and keeps every placeholder of its source: a lost "%1" or a lost "not" harms.
class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void germanIsComplete_data();
    void germanIsComplete();
    void englishHasItsPlurals();

private:
    struct Message
    {
        QString context;
        QString source;
        QStringList translations;
        bool plural = false;
        bool finished = false;
    };
    static QList<Message> read(const QString &language);
    static QSet<QString> placeholders(const QString &text);
};

QList<TestTranslations::Message> TestTranslations::read(const QString &language)
{
    QFile file(QStringLiteral(CHARTLINE_SOURCE_DIR "/translations/chartline_%1.ts").arg(language));
    QList<Message> messages;
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    Message message;
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement()) {
            if (xml.name() == QLatin1StringView("name"))
                context = xml.readElementText();
            else if (xml.name() == QLatin1StringView("message"))
                message = {context,
                           {},
                           {},
                           xml.attributes().value(QLatin1StringView("numerus")) == QLatin1StringView("yes"),
                           false};
            else if (xml.name() == QLatin1StringView("source"))
                message.source = xml.readElementText();
            else if (xml.name() == QLatin1StringView("numerusform"))
                message.translations.append(xml.readElementText());
            else if (xml.name() == QLatin1StringView("translation")) {
                message.finished = !xml.attributes().hasAttribute(QLatin1StringView("type"));
                if (!message.plural)
                    message.translations.append(xml.readElementText());
            }
        } else if (xml.isEndElement() && xml.name() == QLatin1StringView("message")) {
            messages.append(message);
        }
    }
    return xml.hasError() ? QList<Message>() : messages;
}

QSet<QString> TestTranslations::placeholders(const QString &text)
{
    QSet<QString> found;
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        if (text[i] != QLatin1Char('%'))
            continue;
        const bool localized = text[i + 1] == QLatin1Char('L') && i + 2 < text.size();
        const QChar c = text[i + (localized ? 2 : 1)];
        if (c.isDigit() || c == QLatin1Char('n'))
            found.insert(QLatin1Char('%') + c);
    }
    return found;
}

void TestTranslations::germanIsComplete_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QStringList>("translations");
    QTest::addColumn<bool>("finished");
    QTest::addColumn<bool>("plural");
    int row = 0;
    for (const Message &message : read(QStringLiteral("de"))) {
        QTest::addRow("%d %s", row++, qPrintable(message.context))
            << message.source << message.translations << message.finished << message.plural;
    }
}

void TestTranslations::germanIsComplete()
{
    QFETCH(const QString, source);
    QFETCH(const QStringList, translations);
    QFETCH(const bool, finished);
    QFETCH(const bool, plural);
    QVERIFY2(finished, qPrintable(source));
    QCOMPARE(translations.size(), plural ? 2 : 1);
    for (const QString &translation : translations) {
        QVERIFY2(!translation.trimmed().isEmpty(), qPrintable(source));
        if (!plural)
            QCOMPARE(placeholders(translation), placeholders(source));
    }
    if (plural)
        QCOMPARE(placeholders(translations.last()), placeholders(source));
}

void TestTranslations::englishHasItsPlurals()
{
    const auto messages = read(QStringLiteral("en"));
    QVERIFY(messages.size() > 500);
    for (const Message &message : messages) {
        if (!message.plural)
            continue;
        QVERIFY2(message.finished && message.translations.size() == 2, qPrintable(message.source));
        QVERIFY2(!message.translations.join(QString()).contains(QStringLiteral("(s)")), qPrintable(message.source));
    }
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
