"""Phrases whose role is not that of their last word: attorney general, the Russian Federation, World Bank."""

from __future__ import annotations

from typing import Final

FIXED: Final = (
    ("secretary of state", "executive"),
    ("attorney general", "executive"),
    ("secretary general", "international"),
    ("secretary-general", "international"),
    ("foreign minister", "diplomat"),
    ("foreign secretary", "diplomat"),
    ("general counsel", "judiciary"),
    ("inspector general", "executive"),
    ("police chief", "police"),
    ("ministerio público", "judiciary"),
    ("ministerio fiscal", "judiciary"),
    ("teniente de alcalde", "executive"),
    ("teniente alcalde", "executive"),
    ("tenientes de alcalde", "executive"),
    ("teniente de alcaldesa", "executive"),
    ("chief executive", "business"),
    ("chief of staff", "executive"),
    ("public affairs officer", "executive"),
    ("foreign ministers", "diplomat"),
    ("minister of foreign affairs", "diplomat"),
    ("minister for foreign affairs", "diplomat"),
    ("ministro de exteriores", "diplomat"),
    ("ministra de exteriores", "diplomat"),
    ("ministros de exteriores", "diplomat"),
    ("ministro de asuntos exteriores", "diplomat"),
    ("ministra de asuntos exteriores", "diplomat"),
    ("ministro de relaciones exteriores", "diplomat"),
    ("ministra de relaciones exteriores", "diplomat"),
    ("canciller alemán", "executive"),  # heads of government
    ("canciller alemana", "executive"),
    ("canciller federal", "executive"),
    ("canciller austríaco", "executive"),
    ("secretario general de la onu", "international"),
    ("secretario general de naciones unidas", "international"),
    ("secretario general de la oea", "international"),
    ("secretario general de la otan", "international"),
    ("agentes sociales", "civil_society"),
    ("agentes económicos", "business"),
    ("secretario general", "party"),
    ("secretaria general", "party"),
    ("director ejecutivo", "business"),
    ("directora ejecutiva", "business"),
    ("consejero delegado", "business"),
    ("consejera delegada", "business"),
    ("comisario europeo", "international"),
    ("comisaria europea", "international"),
    ("united states", "executive"),
    ("united states of america", "executive"),
    ("united kingdom", "executive"),
    ("united arab emirates", "executive"),
    ("soviet union", "executive"),
    ("russian federation", "executive"),
    ("democratic republic", "executive"),
    ("people's republic", "executive"),
    ("people’s republic", "executive"),
    ("security council", "international"),
    ("united nations general assembly", "international"),
    ("the general assembly", "international"),
    ("the holy father", "religious"),
    ("press secretary", "executive"),
    ("associated press", "media"),
    ("rights group", "civil_society"),
    ("rights groups", "civil_society"),
    ("advocacy group", "civil_society"),
    ("advocacy groups", "civil_society"),
    ("aid group", "civil_society"),
    ("aid groups", "civil_society"),
    ("armed group", "military"),
    ("armed groups", "military"),
    ("militant group", "military"),
    ("rebel group", "military"),
    ("think tank", "expert"),
    ("majority leader", "legislator"),
    ("minority leader", "legislator"),
)
# bodies of states, whatever their last word says; the first word is looked for before the rest
OF_STATES: Final = tuple(
    name.strip()
    for name in """
        international monetary fund, world health organization, world health organisation, world trade organization,
        world trade organisation, world food programme, world meteorological organization, international labour organization,
        international labour organisation, international labor organization, food and agriculture organization,
        organization of american states, organisation of american states, organization of african unity,
        organization of petroleum exporting countries, organization of islamic cooperation, islamic conference,
        organization for economic cooperation and development, organization for security and cooperation in europe,
        organisation for economic co-operation and development, organization for economic co-operation and development,
        international atomic energy agency, international maritime organization, international civil aviation organization,
        scientific and cultural organization, non-aligned movement, movement of non-aligned countries, group of 77,
        group of seven, group of eight, group of twenty, asian development bank, african development bank,
        inter-american development bank, european central bank, european bank for reconstruction, european commission,
        european community, european communities, caribbean community, economic community, andean community,
        association of southeast asian nations, association of south-east asian nations, pacific islands forum,
        south pacific forum, league of arab states, arab league, african union, european union, gulf cooperation council,
        council of europe, nordic council, world bank, high commissioner for refugees, high commissioner for human rights
    """.split(",")
)
OF_STATES_BEGIN: Final = frozenset(name.split()[0] for name in OF_STATES)

GENERAL: Final = frozenset(  # the general secretary: no soldier
    ("general", word) for word in ("secretary", "manager", "director", "assembly", "election", "council")
)
PREFIXES: Final = frozenset("co ex vice non anti pro pre post self mid then by sub al el".split())
