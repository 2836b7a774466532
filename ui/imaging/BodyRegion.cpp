// SPDX-License-Identifier: Apache-2.0
#include "imaging/BodyRegion.h"

#include <QRegularExpression>
#include <array>

namespace Chartline::Ui {

namespace {

using enum BodyRegion;

struct Word
{
    QLatin1StringView start; // of a word, case folded, without diacritics
    BodyRegions regions;
};

// Beginnings of words; short ones that begin other words end with a space, which stands for the word's end.
const std::array s_words{
    Word{QLatin1StringView("head"), Head},
    Word{QLatin1StringView("brain"), Head},
    Word{QLatin1StringView("skull"), Head},
    Word{QLatin1StringView("cranium"), Head},
    Word{QLatin1StringView("cranial"), Head},
    Word{QLatin1StringView("crane "), Head},
    Word{QLatin1StringView("cerebr"), Head},
    Word{QLatin1StringView("neuro"), Head},
    Word{QLatin1StringView("schadel"), Head},
    Word{QLatin1StringView("kopf"), Head},
    Word{QLatin1StringView("hirn"), Head},
    Word{QLatin1StringView("sinus"), Head},
    Word{QLatin1StringView("orbit"), Head},
    Word{QLatin1StringView("pituitar"), Head},
    Word{QLatin1StringView("sella"), Head},
    Word{QLatin1StringView("iac "), Head},
    Word{QLatin1StringView("temporal bone"), Head},
    Word{QLatin1StringView("facial"), Head},
    Word{QLatin1StringView("face "), Head},
    Word{QLatin1StringView("mandib"), Head},
    Word{QLatin1StringView("jaw"), Head},
    Word{QLatin1StringView("headneck"), Head | Neck},
    Word{QLatin1StringView("neck"), Neck},
    Word{QLatin1StringView("hals "), Neck},
    Word{QLatin1StringView("thyroid"), Neck},
    Word{QLatin1StringView("schilddrus"), Neck},
    Word{QLatin1StringView("larynx"), Neck},
    Word{QLatin1StringView("carotid"), Neck},
    Word{QLatin1StringView("chest"), Chest},
    Word{QLatin1StringView("thorax"), Chest},
    Word{QLatin1StringView("thorac"), Chest},
    Word{QLatin1StringView("lung"), Chest},
    Word{QLatin1StringView("pulmon"), Chest},
    Word{QLatin1StringView("ribs"), Chest},
    Word{QLatin1StringView("mediastin"), Chest},
    Word{QLatin1StringView("heart"), Heart | Chest},
    Word{QLatin1StringView("herz"), Heart | Chest},
    Word{QLatin1StringView("cardi"), Heart | Chest},
    Word{QLatin1StringView("coron "), Heart | Chest},
    Word{QLatin1StringView("coronary"), Heart | Chest},
    Word{QLatin1StringView("echocard"), Heart | Chest},
    Word{QLatin1StringView("breast"), Breast},
    Word{QLatin1StringView("mamm"), Breast},
    Word{QLatin1StringView("brust"), Breast},
    Word{QLatin1StringView("abdom"), Abdomen},
    Word{QLatin1StringView("liver"), Abdomen},
    Word{QLatin1StringView("leber"), Abdomen},
    Word{QLatin1StringView("hepat"), Abdomen},
    Word{QLatin1StringView("kidney"), Abdomen},
    Word{QLatin1StringView("nier"), Abdomen},
    Word{QLatin1StringView("renal"), Abdomen},
    Word{QLatin1StringView("adrenal"), Abdomen},
    Word{QLatin1StringView("pancrea"), Abdomen},
    Word{QLatin1StringView("spleen"), Abdomen},
    Word{QLatin1StringView("gallbladder"), Abdomen},
    Word{QLatin1StringView("stomach"), Abdomen},
    Word{QLatin1StringView("bowel"), Abdomen},
    Word{QLatin1StringView("colon"), Abdomen},
    Word{QLatin1StringView("kub "), Abdomen | Pelvis},
    Word{QLatin1StringView("mrcp"), Abdomen},
    Word{QLatin1StringView("aorta"), Chest | Abdomen},
    Word{QLatin1StringView("pelvi"), Pelvis},
    Word{QLatin1StringView("becken"), Pelvis},
    Word{QLatin1StringView("prostat"), Pelvis},
    Word{QLatin1StringView("uter"), Pelvis},
    Word{QLatin1StringView("ovar"), Pelvis},
    Word{QLatin1StringView("bladder"), Pelvis},
    Word{QLatin1StringView("rectum"), Pelvis},
    Word{QLatin1StringView("hip "), Pelvis | LowerLimb},
    Word{QLatin1StringView("hips "), Pelvis | LowerLimb},
    Word{QLatin1StringView("hufte"), Pelvis | LowerLimb},
    Word{QLatin1StringView("tap "), Chest | Abdomen | Pelvis},
    Word{QLatin1StringView("cap "), Chest | Abdomen | Pelvis},
    Word{QLatin1StringView("wholebody"), Head | Neck | Chest | Abdomen | Pelvis},
    Word{QLatin1StringView("whole body"), Head | Neck | Chest | Abdomen | Pelvis},
    Word{QLatin1StringView("ganzkorper"), Head | Neck | Chest | Abdomen | Pelvis},
    Word{QLatin1StringView("skull base to"), Neck | Chest | Abdomen | Pelvis},
    Word{QLatin1StringView("spine"), Spine},
    Word{QLatin1StringView("cspine"), Spine | Neck},
    Word{QLatin1StringView("tspine"), Spine},
    Word{QLatin1StringView("lspine"), Spine},
    Word{QLatin1StringView("sspine"), Spine},
    Word{QLatin1StringView("cervical"), Spine | Neck},
    Word{QLatin1StringView("lumb"), Spine},
    Word{QLatin1StringView("sacr"), Spine | Pelvis},
    Word{QLatin1StringView("wirbel"), Spine},
    Word{QLatin1StringView("hws"), Spine | Neck},
    Word{QLatin1StringView("bws"), Spine},
    Word{QLatin1StringView("lws"), Spine},
    Word{QLatin1StringView("shoulder"), UpperLimb},
    Word{QLatin1StringView("schulter"), UpperLimb},
    Word{QLatin1StringView("clavic"), UpperLimb},
    Word{QLatin1StringView("humer"), UpperLimb},
    Word{QLatin1StringView("elbow"), UpperLimb},
    Word{QLatin1StringView("forearm"), UpperLimb},
    Word{QLatin1StringView("wrist"), UpperLimb},
    Word{QLatin1StringView("hand "), UpperLimb},
    Word{QLatin1StringView("finger"), UpperLimb},
    Word{QLatin1StringView("arm "), UpperLimb},
    Word{QLatin1StringView("femur"), LowerLimb},
    Word{QLatin1StringView("thigh"), LowerLimb},
    Word{QLatin1StringView("knee"), LowerLimb},
    Word{QLatin1StringView("knie"), LowerLimb},
    Word{QLatin1StringView("tibia"), LowerLimb},
    Word{QLatin1StringView("calf"), LowerLimb},
    Word{QLatin1StringView("ankle"), LowerLimb},
    Word{QLatin1StringView("foot "), LowerLimb},
    Word{QLatin1StringView("fuss"), LowerLimb},
    Word{QLatin1StringView("toe"), LowerLimb},
    Word{QLatin1StringView("leg "), LowerLimb},
    Word{QLatin1StringView("bein "), LowerLimb},
};

// "CT-Thorax (nativ)" gives " ct thorax nativ ".
QString plainWords(const QString &words)
{
    QString plain(u' ');
    for (const QChar c : words.normalized(QString::NormalizationForm_KD).toCaseFolded()) {
        if (c.isLetterOrNumber())
            plain += c;
        else if (!c.isMark() && !plain.endsWith(u' '))
            plain += u' ';
    }
    return plain.endsWith(u' ') ? plain : plain + u' ';
}

} // namespace

BodyRegions bodyRegionsIn(const QString &words)
{
    const QString plain = plainWords(words);
    BodyRegions regions;
    for (const Word &word : s_words) {
        if (plain.contains(u' ' + QString(word.start)))
            regions |= word.regions;
    }
    return regions;
}

BodyRegions bodyRegionsOf(const StudyInfo &study)
{
    BodyRegions regions;
    for (const QString &part : study.bodyParts)
        regions |= bodyRegionsIn(part);
    if (regions)
        return regions;
    regions = bodyRegionsIn(study.description);
    for (const SeriesInfo &series : study.series) {
        for (const QString &procedure : series.header.procedures)
            regions |= bodyRegionsIn(procedure);
    }
    if (regions)
        return regions;
    for (const SeriesInfo &series : study.series)
        regions |= bodyRegionsIn(series.header.seriesDescription) | bodyRegionsIn(series.header.protocol);
    return regions;
}

} // namespace Chartline::Ui
