//! Units as written → their English singular, SI names spelt as in “kilometre”: names and symbols of simple units, then
//! squares, cubes and rates made of them.

use super::line::Line;

/// A unit found in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its name.
    pub name: &'static str,
    /// Index of the word after it.
    pub end: usize,
}

/// The unit that `folded` names.
fn named(folded: &str) -> Option<&'static str> {
    Some(match folded {
        "millimetre" | "millimeter" => "millimetre",
        "centimetre" | "centimeter" => "centimetre",
        "decimetre" | "decimeter" => "decimetre",
        "metre" | "meter" => "metre",
        "kilometre" | "kilometer" => "kilometre",
        "micrometre" | "micrometer" | "micron" => "micrometre",
        "nanometre" | "nanometer" => "nanometre",
        "picometre" | "picometer" => "picometre",
        "inch" | "inche" => "inch",
        "foot" | "feet" => "foot",
        "yard" => "yard",
        "mile" => "mile",
        "furlong" => "furlong",
        "fathom" => "fathom",
        "parsec" => "parsec",
        "acre" => "acre",
        "hectare" => "hectare",
        "microgram" | "microgramme" => "microgram",
        "milligram" | "milligramme" => "milligram",
        "gram" | "gramme" => "gram",
        "kilogram" | "kilogramme" | "kilo" => "kilogram",
        "tonne" => "tonne",
        "ton" => "ton",
        "kiloton" | "kilotonne" => "kilotonne",
        "megaton" | "megatonne" => "megatonne",
        "gigaton" | "gigatonne" => "gigatonne",
        "pound" => "pound",
        "ounce" => "ounce",
        "carat" => "carat",
        "microlitre" | "microliter" => "microlitre",
        "millilitre" | "milliliter" => "millilitre",
        "centilitre" | "centiliter" => "centilitre",
        "decilitre" | "deciliter" => "decilitre",
        "litre" | "liter" => "litre",
        "hectolitre" | "hectoliter" => "hectolitre",
        "gallon" | "gal" => "gallon",
        "pint" => "pint",
        "quart" => "quart",
        "cup" => "cup",
        "tablespoon" => "tablespoon",
        "teaspoon" => "teaspoon",
        "barrel" => "barrel",
        "bushel" => "bushel",
        "degree" => "degree",
        "celsius" | "centigrade" => "degree celsius",
        "fahrenheit" => "degree fahrenheit",
        "kelvin" => "kelvin",
        "knot" => "knot",
        "milliwatt" => "milliwatt",
        "watt" => "watt",
        "kilowatt" => "kilowatt",
        "megawatt" => "megawatt",
        "gigawatt" => "gigawatt",
        "terawatt" => "terawatt",
        "joule" => "joule",
        "kilojoule" => "kilojoule",
        "megajoule" => "megajoule",
        "gigajoule" => "gigajoule",
        "calorie" => "calorie",
        "kilocalorie" => "kilocalorie",
        "horsepower" => "horsepower",
        "millivolt" => "millivolt",
        "volt" => "volt",
        "kilovolt" => "kilovolt",
        "milliampere" | "milliamp" => "milliampere",
        "ampere" | "amp" => "ampere",
        "newton" => "newton",
        "pascal" => "pascal",
        "kilopascal" => "kilopascal",
        "hectopascal" => "hectopascal",
        "megapascal" => "megapascal",
        "millibar" => "millibar",
        "hertz" => "hertz",
        "kilohertz" => "kilohertz",
        "megahertz" => "megahertz",
        "gigahertz" => "gigahertz",
        "decibel" => "decibel",
        "lumen" => "lumen",
        "pixel" => "pixel",
        "megapixel" => "megapixel",
        "byte" => "byte",
        "kilobyte" => "kilobyte",
        "megabyte" => "megabyte",
        "gigabyte" => "gigabyte",
        "terabyte" => "terabyte",
        "petabyte" => "petabyte",
        "exabyte" => "exabyte",
        "kilobit" => "kilobit",
        "megabit" => "megabit",
        "gigabit" => "gigabit",
        "sievert" => "sievert",
        "millisievert" => "millisievert",
        "microsievert" => "microsievert",
        "becquerel" => "becquerel",
        _ => return None,
    })
}

/// The unit that a symbol stands for after a figure; letter case matters.
fn symbol(written: &str) -> Option<&'static str> {
    Some(match written {
        "mm" => "millimetre",
        "cm" => "centimetre",
        "dm" => "decimetre",
        "m" => "metre",
        "km" | "kms" | "Km" | "KM" => "kilometre",
        "µm" | "μm" => "micrometre",
        "nm" => "nanometre",
        "ft" => "foot",
        "yd" | "yds" => "yard",
        "mi" => "mile",
        "nmi" => "nautical mile",
        "ha" => "hectare",
        "mcg" | "µg" | "μg" => "microgram",
        "mg" => "milligram",
        "g" | "gm" | "gms" => "gram",
        "kg" | "kgs" | "Kg" | "KG" => "kilogram",
        "t" => "tonne",
        "lb" | "lbs" => "pound",
        "oz" => "ounce",
        "ml" | "mL" => "millilitre",
        "cl" | "cL" => "centilitre",
        "dl" | "dL" => "decilitre",
        "l" | "L" => "litre",
        "hl" | "hL" => "hectolitre",
        "gal" | "gals" => "gallon",
        "bbl" => "barrel",
        "tbsp" => "tablespoon",
        "tsp" => "teaspoon",
        "m2" => "square metre",
        "km2" => "square kilometre",
        "cm2" => "square centimetre",
        "mm2" => "square millimetre",
        "ft2" | "sqft" => "square foot",
        "m3" => "cubic metre",
        "km3" => "cubic kilometre",
        "cm3" | "cc" => "cubic centimetre",
        "ft3" => "cubic foot",
        "mph" | "MPH" => "mile per hour",
        "kph" | "kmh" | "kmph" | "km/h" => "kilometre per hour",
        "mpg" => "mile per gallon",
        "kn" | "kt" | "kts" => "knot",
        "mW" => "milliwatt",
        "W" => "watt",
        "kW" | "KW" => "kilowatt",
        "MW" => "megawatt",
        "GW" => "gigawatt",
        "TW" => "terawatt",
        "Wh" => "watt hour",
        "kWh" | "KWh" | "kwh" => "kilowatt hour",
        "MWh" => "megawatt hour",
        "GWh" => "gigawatt hour",
        "TWh" => "terawatt hour",
        "J" => "joule",
        "kJ" => "kilojoule",
        "MJ" => "megajoule",
        "GJ" => "gigajoule",
        "kcal" => "kilocalorie",
        "cal" => "calorie",
        "hp" | "bhp" => "horsepower",
        "V" => "volt",
        "kV" => "kilovolt",
        "mA" => "milliampere",
        "mAh" => "milliampere hour",
        "N" => "newton",
        "kN" => "kilonewton",
        "Pa" => "pascal",
        "kPa" => "kilopascal",
        "hPa" => "hectopascal",
        "MPa" => "megapascal",
        "mb" | "mbar" => "millibar",
        "psi" => "pound per square inch",
        "Hz" => "hertz",
        "kHz" | "KHz" => "kilohertz",
        "MHz" => "megahertz",
        "GHz" => "gigahertz",
        "THz" => "terahertz",
        "dB" | "dBA" => "decibel",
        "px" => "pixel",
        "MP" => "megapixel",
        "kB" | "KB" | "kb" => "kilobyte",
        "MB" => "megabyte",
        "GB" | "gb" => "gigabyte",
        "TB" | "tb" => "terabyte",
        "PB" => "petabyte",
        "EB" => "exabyte",
        "Mbps" | "mbps" => "megabit per second",
        "Gbps" | "gbps" => "gigabit per second",
        "kbps" => "kilobit per second",
        "mSv" => "millisievert",
        "Sv" => "sievert",
        "Gy" => "gray",
        "mGy" => "milligray",
        "rpm" | "RPM" => "revolution per minute",
        _ => return None,
    })
}

/// Symbols that are read as units only where nothing parts them from the figure: “48m”, “20C”, “5L”.
const GLUED_ONLY: [&str; 4] = ["C", "F", "MP", "N"];

/// Squares and cubes: the power as written, the unit, and both together.
const POWERS: [(&str, &str, &str); 20] = [
    ("square", "millimetre", "square millimetre"),
    ("square", "centimetre", "square centimetre"),
    ("square", "metre", "square metre"),
    ("square", "kilometre", "square kilometre"),
    ("square", "inch", "square inch"),
    ("square", "foot", "square foot"),
    ("square", "yard", "square yard"),
    ("square", "mile", "square mile"),
    ("cubic", "millimetre", "cubic millimetre"),
    ("cubic", "centimetre", "cubic centimetre"),
    ("cubic", "metre", "cubic metre"),
    ("cubic", "kilometre", "cubic kilometre"),
    ("cubic", "inch", "cubic inch"),
    ("cubic", "foot", "cubic foot"),
    ("cubic", "yard", "cubic yard"),
    ("cubic", "mile", "cubic mile"),
    ("nautical", "mile", "nautical mile"),
    ("fluid", "ounce", "fluid ounce"),
    ("metric", "ton", "tonne"),
    ("metric", "tonne", "tonne"),
];

/// Rates: the unit, what it is told for, and both together.
const RATES: [(&str, &str, &str); 34] = [
    ("kilometre", "hour", "kilometre per hour"),
    ("kilometre", "second", "kilometre per second"),
    ("metre", "second", "metre per second"),
    ("metre", "minute", "metre per minute"),
    ("metre", "hour", "metre per hour"),
    ("mile", "hour", "mile per hour"),
    ("mile", "second", "mile per second"),
    ("mile", "gallon", "mile per gallon"),
    ("nautical mile", "hour", "knot"),
    ("foot", "second", "foot per second"),
    ("foot", "minute", "foot per minute"),
    ("inch", "year", "inch per year"),
    ("inch", "hour", "inch per hour"),
    ("millimetre", "year", "millimetre per year"),
    ("centimetre", "year", "centimetre per year"),
    ("kilometre", "litre", "kilometre per litre"),
    ("litre", "second", "litre per second"),
    ("litre", "minute", "litre per minute"),
    ("litre", "hour", "litre per hour"),
    ("litre", "day", "litre per day"),
    ("gallon", "minute", "gallon per minute"),
    ("gallon", "day", "gallon per day"),
    ("barrel", "day", "barrel per day"),
    ("cubic metre", "second", "cubic metre per second"),
    ("cubic metre", "day", "cubic metre per day"),
    ("cubic foot", "second", "cubic foot per second"),
    ("cubic foot", "day", "cubic foot per day"),
    ("tonne", "day", "tonne per day"),
    ("tonne", "year", "tonne per year"),
    ("ton", "day", "ton per day"),
    ("ton", "year", "ton per year"),
    ("gram", "kilometre", "gram per kilometre"),
    ("pound", "square inch", "pound per square inch"),
    ("revolution", "minute", "revolution per minute"),
];

/// The unit that begins with word `at`, after a number: “km”, “square metres”, “miles per hour”, “°C”.
pub fn unit(line: Line<'_>, at: usize) -> Option<Unit> {
    let first = power(line, at).or_else(|| simple(line, at))?;
    Some(hours(line, first).or_else(|| rate(line, first)).unwrap_or(first))
}

/// “km”, “inches”, “degrees Celsius”, “°F”.
fn simple(line: Line<'_>, at: usize) -> Option<Unit> {
    if matches!(line.word(at), "°" | "º") {
        return Some(degrees(line, at + 1));
    }
    if matches!(line.word(at), "℃" | "℉") {
        let name = if line.word(at) == "℃" { "degree celsius" } else { "degree fahrenheit" };
        return Some(Unit { name, end: at + 1 });
    }
    line.is_word(at).then_some(())?;
    let written = line.written(at);
    if let Some(name) = symbol(written).or_else(|| scale_of_temperature(line, at)) {
        let is_near = line.glued(at) || !GLUED_ONLY.contains(&written);
        return is_near.then_some(Unit { name, end: at + 1 });
    }
    let folded = line.word(at);
    let name =
        named(folded).or_else(|| named(folded.strip_suffix("es")?)).or_else(|| named(folded.strip_suffix('s')?))?;
    if name == "degree" {
        return Some(degrees(line, at + 1));
    }
    Some(Unit { name, end: at + 1 })
}

/// “20C”, “98F”: after a figure alone.
fn scale_of_temperature(line: Line<'_>, at: usize) -> Option<&'static str> {
    match line.written(at) {
        "C" => Some("degree celsius"),
        "F" => Some("degree fahrenheit"),
        _ => None,
    }
}

/// “degrees” whose scale, if any, begins with word `at`.
fn degrees(line: Line<'_>, at: usize) -> Unit {
    match line.word(at) {
        "c" | "celsius" | "centigrade" => Unit { name: "degree celsius", end: at + 1 },
        "f" | "fahrenheit" => Unit { name: "degree fahrenheit", end: at + 1 },
        _ => Unit { name: "degree", end: at },
    }
}

/// “square metres”, “sq km”, “metric tons”, “m^2”, “km cubed”, “light years”.
fn power(line: Line<'_>, at: usize) -> Option<Unit> {
    let next = line.past_hyphen(at + 1);
    let (power, base) = match line.word(at) {
        power @ ("square" | "cubic" | "nautical" | "fluid" | "metric") => (power, simple(line, next)?),
        "sq" => ("square", simple(line, next + usize::from(line.word(next) == "."))?),
        "cu" => ("cubic", simple(line, next + usize::from(line.word(next) == "."))?),
        "light" if matches!(line.word(next), "year" | "years") => {
            return Some(Unit { name: "light year", end: next + 1 });
        }
        _ => {
            let base = simple(line, at)?;
            let power = match (line.word(base.end), line.word(base.end + 1)) {
                ("^", "2") => return together("square", Unit { end: base.end + 2, ..base }),
                ("^", "3") => return together("cubic", Unit { end: base.end + 2, ..base }),
                ("²" | "squared", _) => "square",
                ("³" | "cubed", _) => "cubic",
                _ => return None,
            };
            (power, Unit { end: base.end + 1, ..base })
        }
    };
    together(power, base)
}

fn together(power: &str, base: Unit) -> Option<Unit> {
    let (_, _, name) = POWERS.iter().find(|(first, second, _)| *first == power && *second == base.name)?;
    Some(Unit { name, ..base })
}

/// “kilowatt hours”.
fn hours(line: Line<'_>, base: Unit) -> Option<Unit> {
    let at = line.past_hyphen(base.end);
    matches!(line.word(at), "hour" | "hours").then_some(())?;
    let name = match base.name {
        "watt" => "watt hour",
        "kilowatt" => "kilowatt hour",
        "megawatt" => "megawatt hour",
        "gigawatt" => "gigawatt hour",
        "terawatt" => "terawatt hour",
        _ => return None,
    };
    Some(Unit { name, end: at + 1 })
}

/// “miles per hour”, “km/h”, “barrels a day”.
fn rate(line: Line<'_>, base: Unit) -> Option<Unit> {
    let mut at = line.past_hyphen(base.end);
    match line.word(at) {
        "per" | "a" | "an" | "/" => at = line.past_hyphen(at + 1),
        _ => return None,
    }
    let (measure, end) = match line.word(at) {
        "h" | "hr" | "hour" => ("hour", at + 1),
        "s" | "sec" | "second" => ("second", at + 1),
        "min" | "minute" => ("minute", at + 1),
        "d" | "day" => ("day", at + 1),
        "yr" | "year" => ("year", at + 1),
        _ => {
            let measure = power(line, at).or_else(|| simple(line, at))?;
            (measure.name, measure.end)
        }
    };
    let (_, _, name) = RATES.iter().find(|(first, second, _)| *first == base.name && *second == measure)?;
    Some(Unit { name, end })
}

/// How many of the second unit one of the first holds, for sizes told in both: “5 feet 2 inches”.
pub fn inside(large: &str, small: &str) -> Option<u32> {
    Some(match (large, small) {
        ("yard", "foot") => 3,
        ("foot", "inch") => 12,
        ("yard", "inch") => 36,
        ("mile", "yard") => 1_760,
        ("pound", "ounce") => 16,
        ("kilometre", "metre") | ("kilogram", "gram") | ("litre", "millilitre") => 1_000,
        ("metre", "centimetre") => 100,
        ("metre", "decimetre") | ("centimetre", "millimetre") => 10,
        _ => return None,
    })
}
