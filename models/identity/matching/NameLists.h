// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

// The words behind nameFacts(); it says where the figures come from. A name, then how many of 100 000 people bear it.
namespace Chartline::Matching {

inline constexpr std::string_view commonFamilyNames =
    "smith 1250 johnson 655 williams 640 brown 560 jones 750 garcia 395 miller 394 davis 390 rodriguez 371 "
    "martinez 360 hernandez 353 lopez 297 gonzalez 285 wilson 390 anderson 266 thomas 440 taylor 590 moore 246 "
    "jackson 240 martin 238 lee 235 perez 231 thompson 330 white 330 harris 212 sanchez 208 clark 300 ramirez 189 "
    "lewis 180 robinson 320 walker 330 young 164 allen 163 king 158 wright 330 scott 149 torres 148 nguyen 148 "
    "hill 147 flores 147 green 300 adams 145 nelson 144 baker 142 hall 300 rivera 133 campbell 131 mitchell 130 "
    "carter 128 roberts 380 gomez 124 phillips 122 evans 440 turner 300 diaz 118 parker 115 cruz 114 edwards 300 "
    "collins 112 reyes 111 stewart 110 morris 110 morales 108 murphy 105 cook 104 rogers 104 gutierrez 102 ortiz 102 "
    "morgan 101 cooper 200 peterson 98 bailey 98 reed 97 kelly 97 howard 97 ramos 96 kim 95 cox 95 ward 180 "
    "richardson 94 watson 180 brooks 93 chavez 92 wood 270 james 220 bennett 90 gray 89 mendoza 89 ruiz 88 "
    "hughes 310 price 87 alvarez 87 castillo 86 sanders 86 patel 200 myers 85 long 84 ross 83 foster 82 jimenez 82 "
    "powell 81 jenkins 80 perry 80 russell 80 sullivan 79 bell 79 coleman 78 butler 78 henderson 78 barnes 77 "
    "gonzales 76 fisher 75 vasquez 74 simmons 73 romero 73 jordan 73 patterson 72 alexander 72 hamilton 71 "
    "graham 71 reynolds 70 griffin 69 wallace 69 moreno 68 west 67 cole 67 hayes 66 bryant 65 herrera 65 gibson 65 "
    "ellis 64 tran 63 medina 63 aguilar 62 stevens 62 murray 62 ford 61 castro 61 marshall 61 owens 60 harrison 150 "
    "fernandez 59 mcdonald 59 woods 58 washington 58 kennedy 57 wells 57 vargas 57 henry 56 chen 56 freeman 56 "
    "webb 55 tucker 55 guzman 54 burns 54 crawford 53 olson 53 simpson 120 porter 52 hunter 52 gordon 52 mendez 52 "
    "silva 51 shaw 150 snyder 50 mason 50 dixon 49 munoz 49 hunt 49 hicks 48 holmes 48 palmer 48 wagner 480 black 47 "
    "robertson 47 boyd 46 rose 46 stone 46 salazar 45 fox 45 warren 45 mills 44 meyer 700 rice 43 schmidt 900 "
    "garza 42 daniels 42 ferguson 42 nichols 41 stephens 41 soto 41 weaver 41 ryan 40 gardner 40 payne 40 grant 39 "
    "dunn 39 kelley 39 spencer 39 hawkins 38 arnold 38 pierce 38 vazquez 38 hansen 37 peters 37 santos 37 hart 37 "
    "bradley 36 knight 36 elliott 36 cunningham 36 duncan 35 armstrong 35 hudson 35 carroll 35 lane 34 riley 34 "
    "andrews 34 alvarado 34 ray 33 delgado 33 berry 33 perkins 33 hoffman 32 johnston 32 matthews 32 pena 32 "
    "richards 32 contreras 31 willis 31 carpenter 31 lawrence 31 sandoval 31 guerrero 30 george 30 chapman 30 "
    "rios 30 estrada 30 ortega 30 watkins 29 greene 29 nunez 29 wheeler 29 valdez 29 harper 29 burke 28 larson 28 "
    "santiago 28 maldonado 28 morrison 28 franklin 27 carlson 27 austin 27 dominguez 27 carr 27 lawson 27 jacobs 26 "
    "obrien 26 lynch 26 singh 100 vega 26 bishop 26 montgomery 25 oliver 25 jensen 25 harvey 25 williamson 25 "
    "gilbert 25 dean 25 sims 24 espinoza 24 howell 24 li 38 wong 24 reid 24 hanson 24 le 24 mccoy 24 garrett 24 "
    "burton 24 fuller 23 wang 42 weber 500 welch 23 rojas 23 lucas 23 marquez 23 fields 23 park 23 yang 23 little 23 "
    "banks 23 padilla 23 day 22 walsh 22 bowman 22 schultz 22 luna 22 fowler 22 mejia 22 davies 400 khan 160 "
    "ahmed 110 hussain 100 ali 110 begum 90 kaur 90 shah 40 muller 950 mueller 950 schneider 580 fischer 560 "
    "becker 420 schulz 390 hoffmann 360 schafer 320 koch 320 bauer 310 richter 290 klein 280 wolf 270 schroder 260 "
    "neumann 250 schwarz 240 zimmermann 230 braun 230 kruger 220 hofmann 220 hartmann 210 lange 200 schmitt 190 "
    "werner 190 schmitz 190 krause 180 meier 180 lehmann 160 schmid 160 schulze 150 maier 150 kohler 150 herrmann 140 "
    "konig 140 mayer 140 walter 140 peters 130 huber 130 kaiser 130 fuchs 120 lang 120 scholz 120 moller 120 weiss 120 "
    "jung 110 hahn 110 vogel 110 schubert 100 friedrich 100 gunther 90 keller 90 winkler 90 berger 90 frank 90 "
    "zhang 35 liu 30 lin 28 huang 25 wu 24 zhao 14 zhou 14 xu 14 sun 13 zhu 12 ma 14 hu 12 guo 12 he 12 gao 10 "
    "luo 10 zheng 14 liang 12 xie 10 tang 14 deng 9 cheng 14 feng 9 pham 32 huynh 20 hoang 20 phan 14 vu 17 vo 20 "
    "dang 13 bui 12 do 14 ho 14 ngo 12 duong 10 ly 12 truong 11 dinh 8 yilmaz 60 kaya 50 demir 40 ivanov 6 novak 12 "
    "kowalski 12 nowak 40 cohen 32 levy 20 jansen 20 pedersen 12 andersen 12 nielsen 14 suzuki 5 tanaka 6 sato 5";

inline constexpr std::string_view commonGivenNames =
    "james 1650 john 1640 robert 1570 michael 1310 william 1230 david 1180 richard 850 charles 760 joseph 700 "
    "thomas 690 christopher 520 daniel 480 paul 470 mark 470 donald 460 george 460 kenneth 410 steven 390 edward 390 "
    "brian 370 ronald 360 anthony 360 kevin 340 jason 330 matthew 330 gary 320 timothy 310 jose 310 larry 300 "
    "jeffrey 295 frank 290 scott 270 eric 270 stephen 270 andrew 270 raymond 240 gregory 220 joshua 220 jerry 215 "
    "dennis 210 walter 200 patrick 195 peter 190 harold 185 douglas 183 henry 182 carl 173 arthur 167 ryan 164 "
    "roger 160 joe 160 juan 158 jack 157 albert 157 jonathan 156 justin 155 terry 155 gerald 154 keith 150 "
    "samuel 153 willie 151 ralph 141 lawrence 141 nicholas 137 roy 136 benjamin 135 bruce 131 brandon 130 adam 129 "
    "harry 125 fred 125 wayne 124 billy 124 steve 123 louis 121 jeremy 120 aaron 120 randy 116 howard 115 eugene 115 "
    "carlos 114 russell 112 bobby 111 victor 111 martin 108 ernest 107 phillip 106 todd 105 jesse 104 craig 103 "
    "alan 102 shawn 100 clarence 98 sean 98 philip 98 chris 98 johnny 97 earl 96 jimmy 95 antonio 95 danny 95 "
    "bryan 95 tony 95 luis 94 mike 92 stanley 92 leonard 91 nathan 90 dale 90 manuel 90 rodney 88 curtis 88 "
    "norman 88 allen 87 marvin 86 vincent 85 glenn 83 jeffery 83 travis 83 jeff 82 chad 82 jacob 82 lee 81 "
    "melvin 81 alfred 81 kyle 80 francis 77 bradley 77 jesus 77 herbert 76 frederick 76 ray 75 joel 74 edwin 74 "
    "don 73 eddie 72 ricky 70 troy 69 randall 68 barry 67 alexander 66 bernard 64 mario 63 leroy 62 francisco 62 "
    "marcus 62 micheal 62 theodore 61 clifford 61 miguel 61 oscar 60 jay 59 jim 59 tom 59 calvin 58 alex 57 jon 57 "
    "ronnie 57 bill 57 lloyd 56 tommy 56 leon 55 derek 55 warren 55 darrell 54 jerome 54 floyd 53 leo 52 alvin 51 "
    "tim 51 wesley 51 gordon 51 dean 50 greg 50 jorge 50 dustin 50 pedro 49 derrick 49 dan 49 lewis 47 zachary 60 "
    "corey 46 herman 45 maurice 45 vernon 45 roberto 45 clyde 44 glen 43 hector 43 shane 42 ricardo 42 sam 42 "
    "rick 41 lester 41 brent 41 ramon 41 charlie 50 tyler 60 gilbert 40 gene 40 ethan 60 logan 60 mason 60 noah 80 "
    "liam 80 oliver 120 elijah 60 lucas 70 aiden 50 jayden 60 dylan 60 caleb 50 connor 60 luke 70 isaac 50 owen 50 "
    "gabriel 50 evan 50 jordan 60 austin 50 cameron 50 hunter 40 jackson 60 muhammad 150 mohammed 120 mohamed 80 "
    "mohammad 80 ahmed 60 ali 60 hassan 30 omar 30 ibrahim 30 yusuf 30 harrison 30 archie 40 alfie 50 freddie 30 "
    "jake 60 callum 50 ian 80 neil 40 graham 40 nigel 30 stuart 40 darren 40 gareth 30 simon 60 hans 100 peter 190 "
    "wolfgang 80 klaus 80 jurgen 70 dieter 70 manfred 60 uwe 60 gunter 60 horst 50 bernd 60 stefan 90 andreas 110 "
    "thomas 690 christian 90 markus 50 sebastian 50 florian 30 alejandro 40 javier 40 fernando 50 jaime 30 rafael 40 "
    "sergio 40 eduardo 40 diego 40 pablo 30 wei 20 ming 10 jun 12 minh 12 van 20 thanh 10 hung 10 duc 8 "
    "mary 1310 patricia 540 linda 520 barbara 490 elizabeth 470 jennifer 470 maria 420 susan 400 margaret 390 "
    "dorothy 360 lisa 350 nancy 340 karen 335 betty 335 helen 330 sandra 315 donna 290 carol 285 ruth 280 "
    "sharon 270 michelle 260 laura 255 sarah 290 kimberly 250 deborah 247 jessica 245 shirley 240 cynthia 235 "
    "angela 234 melissa 231 brenda 228 amy 226 anna 220 rebecca 215 virginia 215 kathleen 212 pamela 208 martha 206 "
    "debra 204 amanda 202 stephanie 200 carolyn 192 christine 191 marie 190 janet 190 catherine 187 frances 185 "
    "ann 182 joyce 182 diane 180 alice 179 julie 174 heather 169 teresa 168 doris 167 gloria 167 evelyn 161 jean 158 "
    "cheryl 158 mildred 157 katherine 157 joan 153 ashley 152 judith 149 rose 148 janice 143 kelly 142 nicole 141 "
    "judy 138 christina 137 kathy 136 theresa 135 beverly 133 denise 132 tammy 130 irene 125 jane 124 lori 124 "
    "rachel 121 marilyn 121 andrea 118 kathryn 118 louise 115 sara 115 anne 114 jacqueline 114 wanda 113 bonnie 112 "
    "julia 111 ruby 109 lois 108 tina 108 phyllis 106 norma 105 paula 103 diana 102 annie 101 lillian 100 emily 120 "
    "robin 99 peggy 96 crystal 96 gladys 95 rita 94 dawn 94 connie 92 florence 92 tracy 91 edna 91 tiffany 91 "
    "carmen 90 rosa 90 cindy 89 grace 90 wendy 88 victoria 88 edith 87 kim 86 sherry 85 sylvia 85 josephine 84 "
    "thelma 84 shannon 83 sheila 83 ethel 82 ellen 81 elaine 81 marjorie 81 carrie 80 charlotte 90 monica 80 "
    "esther 79 pauline 77 emma 90 juanita 77 anita 76 rhonda 76 hazel 76 amber 75 eva 75 debbie 74 april 73 "
    "leslie 73 clara 72 lucille 71 jamie 71 joanne 70 eleanor 70 valerie 70 danielle 70 megan 70 alicia 69 "
    "suzanne 69 michele 68 gail 68 bertha 67 darlene 67 veronica 67 jill 66 erin 66 geraldine 66 lauren 65 cathy 65 "
    "joann 65 lorraine 65 lynn 64 sally 64 regina 64 erica 64 beatrice 63 dolores 63 bernice 63 audrey 63 yvonne 62 "
    "annette 62 samantha 62 marion 61 dana 61 stacy 61 ana 60 renee 60 ida 60 vivian 59 roberta 59 holly 59 "
    "brittany 58 melanie 58 loretta 58 yolanda 57 jeanette 57 laurie 57 katie 57 kristen 56 vanessa 56 alma 56 "
    "sue 55 elsie 55 beth 55 jeanne 55 vicki 54 carla 54 tara 54 rosemary 54 eileen 54 terri 54 gertrude 53 lucy 60 "
    "tonya 53 ella 52 stacey 52 wilma 52 gina 52 kristin 52 natalie 51 agnes 51 vera 51 charlene 51 bessie 51 "
    "olivia 80 sophia 70 isabella 70 ava 70 mia 60 abigail 60 madison 60 chloe 60 hannah 70 lily 50 amelia 60 "
    "isla 50 poppy 30 evie 30 ruby 109 sophie 60 jade 40 zoe 40 molly 40 freya 25 layla 25 fatima 40 aisha 25 "
    "maryam 25 zainab 20 ursula 60 monika 60 petra 50 sabine 50 renate 50 helga 50 karin 50 brigitte 50 ingrid 50 "
    "erika 50 gisela 50 claudia 60 susanne 40 birgit 40 kerstin 30 katharina 30 guadalupe 40 juana 20 francisca 15 "
    "isabel 40 lucia 30 rosario 15 pilar 10 ling 8 mei 10 xin 5 thi 20 lan 8 hoa 8 linh 10 huong 8";

// Each line: names that stand for each other. A name may be in up to four.
inline constexpr std::array<std::string_view, 121> nicknames{
    "william bill billy will willy willie liam wm guillermo wilhelm guillaume willem",
    "robert rob robbie bob bobby bert roberto rupert robt",
    "richard rick ricky rich richie dick ricardo",
    "james jim jimmy jamie jimmie jas jaime diego",
    "john johnny jon jack jackie johnnie juan johann johannes hans giovanni jean ivan jan sean ian evan yahya",
    "jonathan jon jonny johnathan nathan jonathon",
    "joseph joe joey jose pepe josef giuseppe jos yusuf yousef youssef josip",
    "michael mike mick mickey mikey miguel michel mikhail micheal misha michal",
    "charles charlie chuck chas chaz carlos karl carl charley",
    "thomas tom tommy tomas thom thos",
    "christopher chris kit topher christoph cristobal kristopher kris christofer",
    "christian chris kris kristian christiaan cristian",
    "daniel dan danny dani danilo",
    "matthew matt matty mateo matthias mathew mathieu matteo matthaus",
    "anthony tony antonio anton ant toni antoine",
    "mark marc marcus marco marcos markus marko",
    "donald don donnie donny",
    "steven steve stephen stevie esteban stefan stephan etienne stephane steffen",
    "paul pablo paulo paolo pavel pauly",
    "andrew andy drew andres andreas andre andrei andrej",
    "joshua josh jos",
    "kenneth ken kenny kenn",
    "kevin kev",
    "brian bryan bri bryon",
    "george jorge georg geo georgie georges yuri jurgen jorg giorgio",
    "edward ed eddie eddy ted teddy ned eduardo edouard eduard",
    "edwin ed eddie eddy",
    "edmund ed eddie ned ted edmond",
    "ronald ron ronnie ronny",
    "timothy tim timmy timo timothee",
    "jason jay jase",
    "jeffrey jeff geoff geoffrey jeffery jeffry",
    "ryan ry",
    "jacob jake jakob jacobo jay coby yakub jacques",
    "gary garry gaz",
    "nicholas nick nicky nico nicolas nikolaus klaus nikolai nikolas nicolaus niklas nikola",
    "eric erik rick ricky erich",
    "gregory greg gregg gregor gregorio",
    "samuel sam sammy",
    "benjamin ben benny benji benjamim",
    "patrick pat paddy patricio rick",
    "alexander alex al xander sandy sasha alejandro aleksandr lex alec alexandre alessandro sascha",
    "alexandra alex sandra sasha alexa lexi alejandra sandy lexie aleksandra",
    "alan al allan allen",
    "albert al bert bertie alberto albrecht",
    "alfred alf alfie fred al freddie alfredo",
    "frederick fred freddie freddy rick fritz friedrich federico frederic fredrick",
    "francis frank frankie fran franz francisco francesco paco franciszek francois",
    "frank frankie franklin franck",
    "frances fran fannie frankie francesca francisca franziska francoise",
    "lawrence larry laurie lorenzo laurence lars lorenz laurent",
    "raymond ray raimund ramon raimundo",
    "gerald gerry jerry gerard gerhard gerardo",
    "jeremy jerry jez jeremiah jem",
    "jerome jerry hieronymus",
    "walter walt wally wat",
    "peter pete pedro pierre pietro petr piotr piet pjotr peder",
    "harold harry hal harald",
    "henry harry hank hal heinrich enrique henri hendrik heinz enrico",
    "harrison harry",
    "arthur art artie arturo",
    "douglas doug dougie",
    "zachary zach zack zac zak zachariah",
    "theodore ted teddy theo theodor teodoro",
    "vincent vince vinny vicente vinnie",
    "victor vic viktor vittorio",
    "philip phil phillip pip felipe philipp philippe filip",
    "leonard len lenny leo leon leonardo leonhard",
    "louis lou louie luis ludwig lewis luigi luiz",
    "nathaniel nate nat nathan nathanael",
    "oliver ollie olly oli olivier",
    "sebastian seb bastian sebastien",
    "maximilian max maximiliano maximus",
    "archibald archie archy",
    "augustus gus august augustin agustin",
    "ernest ernie ernst ernesto",
    "eugene gene eugen evgeny yevgeny",
    "stanley stan stanislav stanislaw",
    "terence terry terrence terrance",
    "wesley wes",
    "calvin cal",
    "gabriel gabe gabby",
    "isaac ike izzy isaak ishaq",
    "abraham abe bram ibrahim avraham ebrahim",
    "mohammed muhammad mohamed mohammad muhammed mohd md mohamad mehmet mo",
    "ahmed ahmad ahmet achmed",
    "ali aly alee",
    "hussein hussain husain hossein hossain",
    "hassan hasan hasen",
    "elizabeth liz lizzie beth betty betsy eliza lisa elisabeth libby bess bessie elsie isabel lily elise liza",
    "margaret maggie meg peggy marge margie greta rita margarita margarete daisy madge margot gretchen marguerite "
    "margarethe",
    "katherine kate katie kathy cathy catherine kathryn kitty kay katharina katrina catalina kat kati kathleen "
    "ekaterina caterina cate katharine",
    "mary maria marie molly polly mae mamie mari maryam miriam mariam mia",
    "patricia pat patty trish tricia patsy patti",
    "jennifer jen jenny jenn jennie jenna",
    "deborah deb debbie debra debby",
    "barbara barb babs barbie bobbie",
    "susan sue susie suzy suzanne susanna susanne zuzana suzan susana",
    "jessica jess jessie jessika",
    "sarah sally sara sadie zara",
    "rebecca becky becca rebekah bec",
    "cynthia cindy cyndi cindi",
    "pamela pam pammy",
    "christine chris chrissy tina christina kristin kirsten christa kristina cristina christy kristine krystyna",
    "stephanie steph stephie stefanie stephany estefania",
    "victoria vicky vicki tori vikki viktoria",
    "samantha sam sammie sami",
    "amanda mandy manda",
    "alice ali allie alicia alix",
    "abigail abby gail abbie",
    "eleanor ellie nell nellie nora ella lenore elinor leonor eleonore elanor",
    "helen nell nellie helena elena ellen lena helene olena yelena",
    "dorothy dot dottie dolly dora dorothea dorothee",
    "theresa terry tess tessa teresa terri therese",
    "judith judy judi jude",
    "jacqueline jackie jacqui jacquelyn jaclyn",
    "ann anne anna annie nan nancy hannah ana anya annika anita",
    "caroline carol carolyn carrie carolina lynn karoline karolina",
    "virginia ginny ginger",
    "olivia liv livvy",
    "sophia sophie sofia sofie zofia"};

} // namespace Chartline::Matching
