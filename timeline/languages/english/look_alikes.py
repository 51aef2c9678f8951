"""What only looks like a time in English."""

from __future__ import annotations

from timeline.languages.english.words import en

_MODELS = "Boeing|Airbus|Tupolev|Ilyushin|Antonov|Peugeot|Porsche|Audi|Nokia|Windows|Office|Xbox|Route|Flight|Section"
_PLANS = "Agenda|Vision|Horizon|Expo|Area|Project|Article|Channel|Room|Apollo|Resolution"
_COUNTED = "people|employees|workers|jobs|troops|soldiers|dollars|pounds|euros|miles|kilometres|kilometers|metres|feet"
_WEIGHED = "km|kg|kilos|tonnes|tons|barrels|votes|members|patients|homes|shares|points|percent|words|pages|times"
en.words("numbered", {f"{_MODELS}|{_PLANS}": None}, hot=False)
en.words("paper", {"Times|Telegraph|Mirror|Express|Post|Mail|Herald|Independent|People|Sun": None}, hot=False)
en.words("measure", {f"{_COUNTED}|{_WEIGHED}": None}, hot=False)

_CARS = "Ford|Chevrolet|Chevy|Toyota|Honda|Nissan|Volkswagen|Buick|Cadillac|Dodge|Jeep|Chrysler|Pontiac|Mercedes|BMW"
en.words("car", {_CARS: None}, hot=False)
en.words("aged", {"old|olds": None}, hot=False)
en.words("age", {"age": None}, hot=False)
en.words("war", {"War|Wars": None}, hot=False)
en.words("treaty", {"Agreement|Accord|Accords|Treaty": None}, hot=False)
en.words("epithet", {"Bloody": None}, hot=False)
en.words("rising", {"Arab|Prague|Silent": None}, hot=False)
en.words("purpose", {"Life|Lives|Washington|Science|Rome|Selma": None}, hot=False)
en.words("site", {"com|org|net": None}, hot=False)
en.words("recorded", {"video|videos|music|footage|audio|film|tape|playback|recordings|programming": None}, hot=False)
_GENERIC = "youth|youths|youngsters|society|economy|generation|standards|technology|consumers|kids|children"
en.words("todays", {f"{_GENERIC}|teenagers|computers|personal computers|audiences": None}, hot=False)
en.words("show", {"show|programme|program": None}, hot=False)

en.look_alike(
    "(the )?{length}(-| ){aged}",
    "{units} {aged}",
    "as many {units}",
    "the {plain_season} of",
    "{numbered} {year}",
    "{weekday} {paper}",
    "{year} {measure}",
    "{int},{year}",
    "{int}.{year}",
    "(the )?{length} {war}",
    "(hundred )?{units} {war}",
    "{holiday} {treaty}",
    "{epithet} {weekday}",
    "(the )?{rising} {plain_season}( of {year})?",
    "{month} (for|on) {purpose}",
    "{weekday}.{site}",
    "the {deictic} {show}",
    "{length} of {age}",
    "(in|of) {int}:{minute}:{minute:seconds}",
    "{year} {car}",
    "{int}:{minute}.{int}",
    "(most|more) {recent_one}",
    "(a )?matter of {units}",
    "{int} (hours|minutes) of {recorded}",
    "{length} of (base |severance )?(pay|salary|wages)",
    "{deictic}'s {todays}",
    "(score|scores|scoreline) (of|was|is|stood at|to) {int}:{minute}",
    "(won|lost|drew|led|win|lose|lead|leading|trailing|ahead) {int}:{minute}",
    "{int}:{minute} (win|victory|defeat|loss|lead|draw)",
)
