"""English words that tell what a name is the name of."""

from __future__ import annotations

from timeline.languages.english.verbs import phrases, words

PLACE_KINDS = words(
    """
    airport avenue bay beach boulevard bridge canal cape castle cathedral city coast county dam desert district
    forest gulf harbor harbour heights hill hills island islands lake mount mountain mountains ocean palace park
    peninsula pier plain port prison province reef river road sea square stadium station strait street territory
    town valley village volcano
    """
)
ORGANISATIONS = words(
    """
    agency airline alliance army association authority bank board bureau commission committee club company congress
    conservatives corp corporation corps council court democrats department federation force forces foundation
    fund group inc institute jones labour league limited ltd ministry movement nato navy news office
    organisation organization parliament party plc police post press republicans reuters senate service times
    treasury tribunal union
    """
)
DEMONYMS = words(
    """
    afghan african albanian algerian american americans arab argentine argentinian armenian asian australian
    austrian azerbaijani bangladeshi basque belarusian belgian bolivian bosnian brazilian british bulgarian
    cambodian canadian catholic chechen chilean chinese christian colombian croatian cuban cypriot czech danish
    dutch egyptian english estonian ethiopian european filipino finnish french georgian german greek haitian
    hindu hungarian icelandic indian indonesian iranian iraqi iraqis irish islamic israeli israelis italian
    japanese jewish jordanian kenyan korean kosovan kurdish kuwaiti latvian lebanese liberian libyan lithuanian
    macedonian malaysian mexican moroccan muslim nepalese nigerian norwegian pakistani palestinian peruvian
    polish portuguese protestant romanian russian rwandan saudi scottish serb serbian shia shiite slovak
    slovenian somali soviet spanish sudanese sunni swedish swiss syrian taiwanese thai tibetan tunisian turkish
    ugandan ukrainian venezuelan vietnamese welsh western yemeni zimbabwean
    """
)
_SINGLE = words(
    """
    afghanistan africa albania algeria angola argentina armenia asia australia austria azerbaijan bahrain
    bangladesh belarus belgium benin bolivia bosnia botswana brazil britain bulgaria burundi cambodia cameroon
    canada chad chile china colombia congo croatia cuba cyprus denmark ecuador egypt england eritrea estonia
    ethiopia europe fiji finland france gabon gambia gaza georgia germany ghana greece guatemala guinea guyana
    haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan
    kazakhstan kenya kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya lithuania luxembourg
    macedonia madagascar malawi malaysia mali malta mauritania mauritius mexico moldova mongolia montenegro
    morocco mozambique myanmar namibia nepal netherlands nicaragua niger nigeria norway oman pakistan palestine
    panama paraguay peru philippines poland portugal qatar romania russia rwanda scotland senegal serbia
    singapore slovakia slovenia somalia spain sudan sweden switzerland syria taiwan tajikistan tanzania thailand
    togo tunisia turkey uganda ukraine uruguay uzbekistan venezuela vietnam wales yemen zambia zimbabwe
    """
)
COUNTRIES = _SINGLE | phrases(
    """
    burma, costa rica, czech republic, dominican republic, east timor, el salvador, ivory coast, new zealand,
    north korea, northern ireland, papua new guinea, saudi arabia, sierra leone, south africa, south korea, south sudan,
    sri lanka, united arab emirates, united kingdom, united states, west bank
    """
)
