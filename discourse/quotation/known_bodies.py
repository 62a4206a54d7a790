"""Bodies that all know by names which look like those of persons or places, in any language (see `roles`)."""

from __future__ import annotations

from typing import Final

from .roles import named

KNOWN_BODIES: Final = named("""
business: google, microsoft, facebook, twitter, walmart, amazon, tesla, boeing, airbus, uber, lyft, airbnb, netflix, comcast
business: verizon, starbucks, pfizer, moderna, monsanto, samsung, huawei, volkswagen, toyota, exxonmobil, halliburton
business: citigroup, jpmorgan, gazprom, rosneft, pdvsa, pemex, petrobras, repsol, iberdrola, telefónica, tiktok, whatsapp
business: goldman sachs, wells fargo, jpmorgan chase, morgan stanley, exxon mobil, general motors, general electric
business: lockheed martin, rolls royce, british airways, american airlines, united airlines, delta air lines
media: politico, reuters, bloomberg, breitbart, buzzfeed, axios, wikileaks, telemundo, univision, newsmax, propublica, xinhua
media: tass, interfax, yonhap, haaretz, fox news, buzzfeed news, sky news, al jazeera, breitbart news, bloomberg news
media: der spiegel, le monde, huffington post, usa today, vanity fair, europa press, efe
civil_society: greenpeace, oxfam, moveon, naral, peta, planned parenthood, black lives matter, judicial watch, common cause
civil_society: public citizen, citizens united, transparency international, freedom house, friends of the earth
civil_society: save the children, reporters without borders, americans for prosperity, americans for tax reform
civil_society: citizens for responsibility and ethics in washington, emily's list, amnistía internacional
civil_society: médicos sin fronteras, reporteros sin fronteras, ecologistas en acción
business: endesa, caixabank, inditex, mercadona, renfe, adif, aena, ecopetrol, avianca, petróleos de venezuela
media: clarín, telesur
civil_society: cáritas, provea, cruz roja
party: esquerra republicana, junts per catalunya, juntos por el cambio, bildu, eh bildu
police: mossos d'esquadra, mossos
international: naciones unidas
religious: santa sede
international: unicef, unesco, unhcr, mercosur, interpol, opec
party: senate majority pac, priorities usa, crossroads gps, american crossroads, right to rise, likud, syriza, podemos, vox
military: hamas, hezbollah, hizbullah, hezbolá, hamás, isis, isil, al-qaida, al-qaeda, al qaeda, boko haram, al-shabab
executive: homeland security, veterans affairs, immigration and customs enforcement, customs and border protection
executive: health and human services
expert: quinnipiac, gallup, harvard, stanford, moody's
""")
