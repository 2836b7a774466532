// SPDX-License-Identifier: Apache-2.0
#include "safety/ProductWords.h"

#include <QHash>

namespace Chartline::Safety {

namespace {

struct Entry
{
    const char *words; // separated by blanks
    WordKind kind;
    Route route = Route::Unknown;
    double mg = 0;
};

// Dose forms, units and routes as RxNorm, SNOMED CT and European product names write them (English, and the most common
// German, French and Spanish words), and the salts of INN modified names.
constexpr Entry s_entries[] = {
    {"mg milligram milligrams mgs", WordKind::Unit, Route::Unknown, 1},
    {"g gram grams gm gms", WordKind::Unit, Route::Unknown, 1000},
    {"mcg ug microgram micrograms mikrogramm µg μg", WordKind::Unit, Route::Unknown, 0.001},
    {"ng", WordKind::Unit, Route::Unknown, 1e-6},
    {"ml l iu ie ui unit units unt meq mmol mol hr h hour hours day days actuat actuation act dose doses puff puffs "
     "spray sprays actuations u vial vials cell cells bau amb pfu vg pnu sqcm cm cm2 mci million thousand percent pct w v x per "
     "week wk month year min minute inh",
     WordKind::Unit},
    {"tablet tablets tab tabs capsule capsules cap caps caplet caplets pill pills pellet pellets lozenge lozenges "
     "chewable chew oral orally po syrup elixir tablette tabletten filmtablette filmtabletten tabl ftbl kapsel kapseln "
     "hartkapseln "
     "dragee dragees comprime comprimes gelule gelules comprimido comprimidos capsula capsulas tropfen sirup saft "
     "granulat brausetabletten retardtabletten retardkapseln odt softgel softgels gelcap wafer granules mouth "
     "gum troche effervescent dispersible orodispersible swallow linctus",
     WordKind::Form, Route::Oral},
    {"injection injectable inj injektion injektionslosung infusion infusionslosung intravenous iv intramuscular im "
     "subcutaneous sc subcut sq syringe prefilled pen pens autoinjector auto injector fpen fspr cartridge ampoule ampoules ampul ampulle "
     "ampullen amp parenteral intrathecal epidural fertigspritze fertigpen durchstechflasche implant depot",
     WordKind::Form, Route::Parenteral},
    {"transdermal patch patches pflaster td", WordKind::Form, Route::Transdermal},
    {"topical cream creme ointment salbe gel lotion shampoo foam cutaneous skin external soap paste liniment "
     "medicated augensalbe externe emulgel",
     WordKind::Form, Route::Topical},
    {"ophthalmic eye ocular augentropfen conjunctival intravitreal", WordKind::Form, Route::Ophthalmic},
    {"otic ear ohrentropfen", WordKind::Form, Route::Otic},
    {"nasal intranasal nose nasenspray nasentropfen", WordKind::Form, Route::Nasal},
    {"inhalation inhaler inhalant inhaled inhaler's hfa dpi mdi nebulizer nebuliser nebules neb nebulization respimat "
     "diskus accuhaler turbuhaler turbohaler handihaler ellipta breezhaler aerosol metered evohaler easyhaler "
     "respiclick flexhaler twisthaler dosieraerosol inhalat pulverinhalator redihaler digihaler pressair aerolizer",
     WordKind::Form, Route::Inhaled},
    {"rectal suppository suppositories enema zapfchen pr", WordKind::Form, Route::Rectal},
    {"vaginal pessary ovule vaginalzapfchen intrauterine", WordKind::Form, Route::Vaginal},
    {"buccal sublingual sl subl transmucosal", WordKind::Form, Route::Buccal},
    {"intraarticular", WordKind::Form, Route::IntraArticular},
    {"dental mouthwash gargle rinse toothpaste periodontal gingival", WordKind::Form, Route::Dental},
    {"solution suspension powder liquid drops drop kit pack packet sachet system strip strips film stick swab pad bar "
     "device concentrate emulsion oil granule crystals spray mucosal delayed extended release modified prolonged "
     "sustained immediate controlled er xr xl sr dr cr la ir mr retard ret depot forte plus max strength extra regular "
     "coated enteric ec film filmcoated hard soft for of the with in to and day as needed daily once twice at night "
     "bedtime new ready use only sterile preservative free sugar alcohol fl flavor flavour flavored biphasic "
     "monophasic "
     "triphasic product prod reconstituted reconstitution lock flush premixed pf only adult adults child children "
     "pediatric paediatric infant infants junior women men generic brand usp bp ph eur nf otc rx n filmtbl tbl "
     "ratiopharm hexal stada sandoz teva mylan aurobindo actavis zentiva ratio accord krka heumann aristo 1a pharma "
     "arrow biogaran eg normon cinfa kern apo pms novo gen dom auro jamp wockhardt almus ranbaxy lupin zydus dosing "
     "continuing starting starter months first second therapy flexpen kwikpen solostar flextouch penfill innolet "
     "flexpro "
     "pump bottle tube box dispenser count size ct multi single not less than continuous 24 12 hour-release formula "
     "relief dry weekly substance drug containing contains precisely exactly each conventional clinical medicinal form "
     "forms extract herbal supplement mouthpiece from premix pharmaceuticals pharmaceutical pharma llc inc ltd limited "
     "gmbh ag corp company canada apotex alternova hex",
     WordKind::Plain},
    {"hydrochloride hcl chlorhydrate hydrochlorid dihydrochloride sodium natrium sodique disodium trisodium potassium "
     "kalium calcium magnesium zinc sulfate sulphate sulfat bisulfate hydrogensulfate phosphate phosphat maleate "
     "maleat "
     "fumarate fumarat tartrate tartrat bitartrate citrate mesylate mesilate mesilat besylate besilate besilat "
     "tosylate "
     "tosilate succinate succinat acetate acetat diacetate chloride bromide hydrobromide iodide nitrate lactate "
     "gluconate pamoate embonate napsylate stearate palmitate enanthate decanoate cypionate valerate propionate "
     "dipropionate furoate butyrate caproate benzoate salicylate carbonate bicarbonate oxalate malate saccharate "
     "aspartate glutamate lysine arginine erbumine tert butylamine meglumine trometamol tromethamine olamine diolamine "
     "ethylsuccinate estolate lactobionate proxetil axetil pivoxil medoxomil cilexetil etexilate alafenamide "
     "disoproxil "
     "isethionate xinafoate hemihydrate monohydrate dihydrate trihydrate hydrate anhydrous monosodium hyclate salt "
     "acid "
     "base dimeglumine edisylate esylate camsylate ditosylate dimaleate hemifumarate orotate glycolate undecanoate "
     "micronized micronised conjugated liposomal pegylated recombinant human bovine porcine purified",
     WordKind::Salt},
    {"and und et y e", WordKind::Joint},
};

QHash<QByteArray, ProductWord> makeWords()
{
    QHash<QByteArray, ProductWord> words;
    for (const Entry &entry : s_entries) {
        for (const QByteArray &word : QByteArray(entry.words).split(' ')) {
            if (!words.contains(word))
                words.insert(word, {entry.kind, entry.route, entry.mg});
        }
    }
    return words;
}

} // namespace

ProductWord productWord(QByteArrayView word)
{
    static const QHash<QByteArray, ProductWord> words = makeWords();
    // The number of an application at the FDA, as RxNorm puts it in front of a name.
    if (word.size() > 6 && (word.startsWith("nda") || word.startsWith("anda")) && word.back() >= '0' && word.back() <= '9')
        return {WordKind::Plain, Route::Unknown, 0};
    const auto found = words.constFind(QByteArray::fromRawData(word.data(), word.size()));
    return found == words.constEnd() ? ProductWord() : *found;
}

} // namespace Chartline::Safety
