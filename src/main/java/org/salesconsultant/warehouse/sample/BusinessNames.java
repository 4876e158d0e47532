package org.salesconsultant.warehouse.sample;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names that businesses of a trade could have; none is given twice. */
final class BusinessNames {
    private static final List<String> BRITISH = List.of("Copper Kettle", "Blue Heron", "Old Mill", "Willow", "Foxglove", "Kingfisher", "Saltmarsh",
            "Hawthorn", "Lantern", "Juniper", "Corner House", "Red Barn", "Sparrow", "Driftwood", "Marigold", "Ashgrove", "Bramble", "Tidewater",
            "Cobblestone", "Honeycomb", "Larkspur", "Nightingale", "Orchard", "Pebble", "Quayside", "Rosemary", "Silver Birch", "Thistle",
            "Wren", "Yew Tree", "Ivy Lane", "Clover", "Bluebell", "Millstone", "Harvest", "Ember", "Pinewood", "Stonebridge", "Westgate",
            "Northgate", "Riverside", "Hilltop", "Acorn", "Beacon", "Canalside", "Dovetail", "Elderflower", "Fernleigh", "Greenway", "Highfield");
    private static final List<String> CONTINENTAL = List.of("Linden", "Nordlys", "Alba", "Soleil", "Marea", "Gracht", "Havn", "Étoile", "Estrella",
            "Molen", "Aurora", "Lumière", "Rosa", "Tilia", "Canela", "Olivo", "Fjord", "Anker", "Brise", "Miel", "Verde", "Azul", "Kastanje",
            "Stern", "Mistral", "Pont Neuf", "Sol y Mar", "Zwaan", "Kompas", "Vesper");
    private static final List<String> CHINESE = List.of("Jade Garden", "Red Lantern", "Golden Lotus", "Plum Blossom", "Lucky Bamboo", "Silk Road",
            "Moon Gate", "Nine Dragons", "Pearl River", "Green Tea Leaf", "Phoenix Court", "Spring Willow");
    private static final double CHINESE_SHARE = 0.2;

    private final Draw draw;
    private final Set<String> given = new HashSet<>();

    BusinessNames(Draw draw) {
        this.draw = draw;
    }

    /** @param chinese whether its people write to us in Chinese */
    record Name(String text, boolean chinese) {}

    Name next(CustomerType type, String country, String city) {
        boolean chinese = type == CustomerType.RESTAURANT && draw.chance(CHINESE_SHARE);
        boolean british = country.equals("United Kingdom") || country.equals("Ireland");
        var word = draw.pick(chinese ? CHINESE : british ? BRITISH : CONTINENTAL);
        var name = pattern(type, british || chinese).formatted(word);
        if (!given.add(name)) {
            name = name + " " + city;
            for (int number = 2; !given.add(name); number++) {
                name = name.replaceAll(" \\d+$", "") + " " + number;
            }
        }
        return new Name(name, chinese);
    }

    private String pattern(CustomerType type, boolean english) {
        return draw.pick(switch (type) {
            case CAFE -> english ? List.of("%s Café", "%s Coffee House", "The %s Coffee Room", "%s Tea Rooms", "%s Roasters", "The %s Bakery Café")
                    : List.of("Café %s", "%s Coffee", "Espressobar %s", "%s Koffie & Kaffe");
            case RESTAURANT -> english ? List.of("%s Restaurant", "The %s Kitchen", "%s Dining Room", "%s Brasserie")
                    : List.of("Restaurant %s", "Brasserie %s", "Bistro %s");
            case HOTEL -> english ? List.of("The %s Hotel", "%s House Hotel", "%s Inn") : List.of("Hotel %s", "Grand Hotel %s");
            case OFFICE -> english ? List.of("%s Legal LLP", "%s Software Ltd", "%s Architects", "%s Insurance Brokers", "%s Workspace", "%s Media Group")
                    : List.of("%s Consulting", "%s Workspace", "%s Design Studio");
            case DELICATESSEN -> english ? List.of("%s Delicatessen", "%s Farm Shop", "%s Fine Foods") : List.of("Delicatessen %s", "Épicerie %s");
        });
    }
}
