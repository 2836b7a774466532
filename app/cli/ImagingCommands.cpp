// SPDX-License-Identifier: Apache-2.0
#include "cli/Command.h"
#include "cli/Terminal.h"
#include "volume/Orientation.h"
#include "volume/SeriesLayout.h"

namespace Chartline::Cli {

namespace {

using namespace Imaging;

// The largest volume a series makes: its grid, without reading a picture.
QJsonObject volumeJson(const SeriesInfo &series)
{
    std::vector<ImageDescription> images;
    for (const InstanceInfo &instance : series.instances) {
        if (auto image = ImageDescription::fromBytes(instance.image))
            images.push_back(std::move(*image));
    }
    const std::vector<Stack> stacks = layOut(images);
    if (stacks.empty() || stacks.front().kind != Stack::Kind::Volume)
        return {};
    const StackGeometry &geometry = stacks.front().geometry;
    const Affine grid = geometry.indexToPatient();
    static constexpr const char *names[] = {"axial", "coronal", "sagittal", "oblique"};
    const auto normal = cross(normalized(grid.columns[0]), normalized(grid.columns[1]));
    QJsonObject volume;
    volume.insert(QStringLiteral("dimensions"), QJsonArray{geometry.columns, geometry.rows, geometry.gridSlices});
    volume.insert(QStringLiteral("spacing"),
                  QJsonArray{length(grid.columns[0]), length(grid.columns[1]), geometry.step});
    volume.insert(QStringLiteral("orientation"), QString::fromLatin1(names[int(planeOf(normal))]));
    if (stacks.front().is4D())
        volume.insert(QStringLiteral("points"), int(stacks.front().points.size()));
    QJsonArray notes;
    for (const QString &note : stacks.front().notes)
        notes.append(note);
    for (const QString &note : geometry.notes())
        notes.append(note);
    volume.insert(QStringLiteral("notes"), notes);
    return volume;
}

QJsonObject seriesJson(const SeriesInfo &series)
{
    QJsonObject object;
    object.insert(QStringLiteral("series"), series.header.seriesUid);
    object.insert(QStringLiteral("number"), series.header.seriesNumber);
    object.insert(QStringLiteral("modality"), series.header.modality);
    object.insert(QStringLiteral("description"), series.header.seriesDescription);
    object.insert(QStringLiteral("instances"), int(series.instances.size()));
    object.insert(QStringLiteral("images"), series.pictures);
    const QJsonObject volume = volumeJson(series);
    object.insert(QStringLiteral("volume"), volume.isEmpty() ? QJsonValue() : QJsonValue(volume));
    return object;
}

QJsonObject studyJson(const StudyInfo &study)
{
    QJsonObject object;
    object.insert(QStringLiteral("study"), study.uid);
    object.insert(QStringLiteral("id"), study.fact.toString());
    object.insert(QStringLiteral("date"), study.start.text());
    object.insert(QStringLiteral("description"), study.description);
    object.insert(QStringLiteral("modality"), study.modalities.join(QStringLiteral(", ")));
    object.insert(QStringLiteral("bodyPart"), study.bodyParts.join(QStringLiteral(", ")));
    QStringList sources;
    for (const SourceInfo &source : study.sources)
        sources.append(source.name);
    object.insert(QStringLiteral("source"), sources.join(QStringLiteral(", ")));
    object.insert(QStringLiteral("institution"), study.institutions.join(QStringLiteral(", ")));
    object.insert(QStringLiteral("instances"), study.instances);
    return object;
}

void printStudy(const StudyInfo &study)
{
    Terminal::out(QStringLiteral("%1  %2  %3  [%4]")
                      .arg(study.start.text().left(10), study.modalities.join(QLatin1Char('/')), study.description,
                           study.institutions.join(QStringLiteral(", "))));
    for (const SeriesInfo &series : study.series) {
        Terminal::out(QStringLiteral("    %1  %2  %3  %4")
                          .arg(series.header.seriesNumber.rightJustified(4), series.header.modality.leftJustified(4),
                               QString::number(series.instances.size()).rightJustified(5),
                               series.header.seriesDescription));
        Terminal::out(QStringLiteral("          ") + series.header.seriesUid);
    }
}

} // namespace

int runStudies(Composition &composition, const Arguments &arguments)
{
    const auto person = PersonId::parse(arguments.option(QStringLiteral("person")));
    if (!person)
        return failed({ErrorCode::Usage, {Terminal::tr("--person is needed: an id, as printed by patients")}},
                      arguments.json);
    const auto studies = await(composition.imaging().studies(*person));
    if (!studies)
        return failed(studies.error(), arguments.json);
    QJsonArray list;
    for (const StudyInfo &study : *studies) {
        if (!arguments.json) {
            printStudy(study);
            continue;
        }
        QJsonObject object = studyJson(study);
        QJsonArray seriesList;
        for (const SeriesInfo &series : study.series) {
            const auto whole = await(composition.imaging().series(series.header.seriesUid, *person));
            seriesList.append(seriesJson(whole ? *whole : series));
        }
        object.insert(QStringLiteral("series"), seriesList);
        list.append(object);
    }
    if (arguments.json)
        Terminal::outJson(list);
    return Done;
}

} // namespace Chartline::Cli
