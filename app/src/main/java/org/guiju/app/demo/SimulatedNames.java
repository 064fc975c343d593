package org.guiju.app.demo;

/// 模拟的名称: invented names by number; nobody's.
public final class SimulatedNames {
    private static final String[] PLACES = {
        "文昌", "春山", "古渡", "石桥", "南湖", "北苑", "松涛", "云岭", "溪谷", "梅园", "橘园", "长亭", "双溪", "望江", "柳岸"
    };
    private static final String[] TRADES = {
        "网络会所", "网咖", "电竞馆", "建材商行", "便利店", "餐饮店", "装饰工程部", "水果行"
    };
    private static final String[] SURNAMES = {
        "苏", "白", "纪", "段", "牟", "裴", "霍", "温", "薛", "鲁", "柯", "阮", "俞", "祝", "蒲", "卓", "桑", "滕",
        "符", "甘"
    };
    private static final String[] GIVEN = {
        "远航", "景行", "晚晴", "怀瑾", "清和", "知秋", "行舟", "予安", "明哲", "思齐", "若岚", "青禾", "景明", "星辰", "云舒",
        "一鸣", "榆晚", "书瑶", "晓棠", "霖"
    };

    private SimulatedNames() {}

    public static String company(int n) {
        return "青岚"
                + PLACES[n % PLACES.length]
                + TRADES[n / PLACES.length % TRADES.length]
                + (n >= PLACES.length * TRADES.length
                        ? "第" + (n / (PLACES.length * TRADES.length) + 1) + "分店"
                        : "");
    }

    public static String person(int n) {
        return SURNAMES[n % SURNAMES.length] + GIVEN[n / SURNAMES.length % GIVEN.length];
    }
}
