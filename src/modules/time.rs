//! `time`: the host's clocks. Local time is UTC.

use std::time::Duration;

use super::struct_sequence::{METHODS, item};
use super::{add, add_functions};
use crate::builtins::exceptions::ExceptionKind;
use crate::object::dict::Dict;
use crate::object::kinds::Kind;
use crate::object::module::Module;
use crate::object::native::{Args, ClassSpec, GetSetSpec, Native};
use crate::object::tuple::Tuple;
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;

static FUNCTIONS: &[Native] = &[
    Native::new("time", "", |vm, _| Ok(seconds(vm.host.wall_clock()))),
    Native::new("time_ns", "", |vm, _| Ok(nanoseconds(vm.host.wall_clock()))),
    Native::new("monotonic", "", |vm, _| Ok(seconds(vm.host.monotonic()))),
    Native::new("monotonic_ns", "", |vm, _| Ok(nanoseconds(vm.host.monotonic()))),
    Native::new("perf_counter", "", |vm, _| Ok(seconds(vm.host.monotonic()))),
    Native::new("perf_counter_ns", "", |vm, _| Ok(nanoseconds(vm.host.monotonic()))),
    Native::new("process_time", "", |vm, _| Ok(seconds(vm.host.process_time()))),
    Native::new("process_time_ns", "", |vm, _| Ok(nanoseconds(vm.host.process_time()))),
    Native::new("thread_time", "", |vm, _| Ok(seconds(vm.host.process_time()))),
    Native::new("thread_time_ns", "", |vm, _| Ok(nanoseconds(vm.host.process_time()))),
    Native::new("sleep", "seconds, /", sleep),
    Native::new("get_clock_info", "name, /", get_clock_info),
    Native::new("gmtime", "seconds=None, /", gmtime),
    Native::new("localtime", "seconds=None, /", localtime),
    Native::new("mktime", "time_tuple, /", mktime),
    Native::new("asctime", "time_tuple=None, /", asctime),
    Native::new("ctime", "seconds=None, /", ctime),
    Native::new("strftime", "format, time_tuple=None, /", strftime),
    Native::new("strptime", "*args", strptime),
];

static STRUCT_TIME: ClassSpec = ClassSpec {
    name: "struct_time",
    module: "time",
    layout: Kind::Tuple,
    new: Some(&Native::new("__new__", "iterable, /", new_struct_time)),
    methods: METHODS,
    attributes: &[
        item::<0>("tm_year"),
        item::<1>("tm_mon"),
        item::<2>("tm_mday"),
        item::<3>("tm_hour"),
        item::<4>("tm_min"),
        item::<5>("tm_sec"),
        item::<6>("tm_wday"),
        item::<7>("tm_yday"),
        item::<8>("tm_isdst"),
        GetSetSpec::member("tm_zone", |vm, object| Ok(hidden_item(vm, object, "tm_zone"))),
        GetSetSpec::member("tm_gmtoff", |vm, object| Ok(hidden_item(vm, object, "tm_gmtoff"))),
    ],
    ..ClassSpec::EMPTY
};

const DAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

pub fn init(vm: &mut Vm) -> Result<Ref<Module>> {
    let module = vm.new_module("time");
    add_functions(vm, &module, "time", FUNCTIONS);
    add(vm, &module, "timezone", Value::Int(0));
    add(vm, &module, "altzone", Value::Int(0));
    add(vm, &module, "daylight", Value::Int(0));
    add(vm, &module, "tzname", Tuple::new(["UTC".into(), "UTC".into()]));
    let tuple = vm.types.tuple.clone();
    let class = vm.class_for_with_base(&STRUCT_TIME, &tuple);
    add(vm, &module, "struct_time", class);
    Ok(module)
}

fn seconds(time: Duration) -> Value {
    Value::float(time.as_secs_f64())
}

fn nanoseconds(time: Duration) -> Value {
    Value::Int(i64::try_from(time.as_nanos()).unwrap_or(i64::MAX))
}

impl Vm {
    /// A number of seconds as a duration.
    ///
    /// # Errors
    /// What `time.sleep` raises for numbers that are none.
    pub fn duration_argument(&mut self, value: &Value) -> Result<Duration> {
        let seconds = match value.as_float() {
            Some(seconds) if seconds.is_nan() => {
                return Err(self.value_error("Invalid value NaN (not a number)"));
            }
            Some(seconds) => seconds,
            None => self.index_i64(value)? as f64,
        };
        if seconds < 0.0 {
            return Err(self.value_error("sleep length must be non-negative"));
        }
        match Duration::try_from_secs_f64(seconds) {
            // Beyond what CPython's 64-bit nanoseconds hold.
            Ok(duration) if seconds < 9_223_372_036.0 => Ok(duration),
            _ => Err(self.overflow_error("timestamp too large to convert to C PyTime_t")),
        }
    }
}

fn sleep(vm: &mut Vm, args: &Args) -> Result {
    let duration = vm.duration_argument(args.get(0))?;
    let deadline = vm.host.monotonic() + duration;
    if duration.is_zero() {
        vm.yield_thread();
    }
    vm.sleep_until(deadline)?;
    Ok(Value::None)
}

fn get_clock_info(vm: &mut Vm, args: &Args) -> Result {
    let name = args.get(0).as_str().unwrap_or_default();
    let (clock, monotonic) = match name {
        "time" => ("CLOCK_REALTIME", false),
        "monotonic" | "perf_counter" => ("CLOCK_MONOTONIC", true),
        "process_time" => ("CLOCK_PROCESS_CPUTIME_ID", true),
        "thread_time" => ("CLOCK_THREAD_CPUTIME_ID", true),
        _ => return Err(vm.value_error("unknown clock")),
    };
    Ok(vm.namespace(&[
        ("implementation", format!("clock_gettime({clock})").into()),
        ("monotonic", monotonic.into()),
        ("adjustable", (!monotonic).into()),
        ("resolution", Value::float(1e-9)),
    ]))
}

/// A moment taken apart: year, month, day, hour, minute, second, weekday, day of the year.
type Parts = [i64; 8];

/// Days since 1970-01-01 of a date (Gregorian).
fn days_from_date(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

fn parts_of(moment: i64) -> Parts {
    let (days, rest) = (moment.div_euclid(86_400), moment.rem_euclid(86_400));
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    [
        year,
        month,
        day,
        rest / 3600,
        rest / 60 % 60,
        rest % 60,
        (days + 3).rem_euclid(7),
        days - days_from_date(year, 1, 1) + 1,
    ]
}

/// The moment an optional argument means.
fn moment(vm: &mut Vm, value: &Value) -> Result<i64> {
    match value {
        Value::Unbound | Value::None => Ok(vm.host.wall_clock().as_secs() as i64),
        value => {
            let seconds = match value.as_float() {
                Some(seconds) => seconds.floor(),
                None => match vm.index_i64(value) {
                    Err(error) if vm.is_exception(&error, ExceptionKind::OverflowError) => f64::NAN,
                    number => number? as f64,
                },
            };
            if seconds.abs() > 6.0e16 || seconds.is_nan() {
                return Err(vm.overflow_error("timestamp out of range for platform time_t"));
            }
            Ok(seconds as i64)
        }
    }
}

fn gmtime(vm: &mut Vm, args: &Args) -> Result {
    broken_down(vm, args, "GMT")
}

/// Every place is at Greenwich.
fn localtime(vm: &mut Vm, args: &Args) -> Result {
    broken_down(vm, args, "UTC")
}

fn broken_down(vm: &mut Vm, args: &Args, zone: &str) -> Result {
    let parts = parts_of(moment(vm, args.get(0))?);
    let mut items: Vec<Value> = parts.into_iter().map(Value::Int).collect();
    items.extend([Value::Int(0), zone.into(), Value::Int(0)]);
    Ok(struct_time(vm, items))
}

/// How many items of a `struct_time` are those of a tuple; two more have only names.
const VISIBLE_ITEMS: usize = 9;

/// A `struct_time` of nine to eleven items.
fn struct_time(vm: &mut Vm, mut items: Vec<Value>) -> Value {
    let hidden = items.split_off(VISIBLE_ITEMS);
    let value = vm.struct_sequence(&STRUCT_TIME, items);
    if let Value::Object(object) = &value
        && let Some(derived) = object.derived()
    {
        let dict = Dict::new();
        for (name, item) in ["tm_zone", "tm_gmtoff"].into_iter().zip(hidden) {
            dict.set_str(&vm.intern(name), item);
        }
        derived.dict.replace(Some(dict));
    }
    value
}

fn hidden_item(vm: &mut Vm, object: &Value, name: &str) -> Value {
    let Value::Object(object) = object else { return Value::None };
    let dict = object.derived().and_then(|derived| derived.dict.borrow().clone());
    dict.and_then(|dict| dict.get_str(&vm.intern(name))).unwrap_or(Value::None)
}

fn new_struct_time(vm: &mut Vm, args: &Args) -> Result {
    let items = match vm.collect(args.get(1)) {
        Ok(items) => items,
        Err(error) if vm.is_exception(&error, ExceptionKind::TypeError) => {
            return Err(vm.type_error("constructor requires a sequence"));
        }
        Err(error) => return Err(error),
    };
    let bound = match items.len() {
        ..VISIBLE_ITEMS => "least 9",
        VISIBLE_ITEMS..=11 => return Ok(struct_time(vm, items)),
        _ => "most 11",
    };
    let count = items.len();
    Err(vm.type_error(format!(
        "time.struct_time() takes an at {bound}-sequence ({count}-sequence given)"
    )))
}

/// The parts of a `struct_time` or of a tuple like it; now, if there is none.
fn parts_argument(vm: &mut Vm, value: &Value, function: &str) -> Result<Parts> {
    if value.is_unbound() || value.is_none() {
        return Ok(parts_of(moment(vm, value)?));
    }
    let Some(items) = value.as_tuple() else {
        return Err(vm.type_error("Tuple or struct_time argument required"));
    };
    if items.len() != 9 {
        return Err(vm.type_error(format!("{function}(): illegal time tuple argument")));
    }
    let mut parts = [0; 8];
    for (part, item) in parts.iter_mut().zip(items) {
        *part = vm.index_i64(item)?;
    }
    let limits = [
        (1, 1, 12, "month"),
        (2, 1, 31, "day of month"),
        (3, 0, 23, "hour"),
        (4, 0, 59, "minute"),
        (5, 0, 61, "seconds"),
        (6, 0, 6, "day of week"),
        (7, 1, 366, "day of year"),
    ];
    for (place, lowest, highest, name) in limits {
        if !(lowest..=highest).contains(&parts[place]) {
            return Err(vm.value_error(format!("{name} out of range")));
        }
    }
    Ok(parts)
}

fn mktime(vm: &mut Vm, args: &Args) -> Result {
    let [year, month, day, hour, minute, second, ..] = parts_argument(vm, args.get(0), "mktime")?;
    let days = days_from_date(year, month, day);
    Ok(Value::float((days * 86_400 + hour * 3600 + minute * 60 + second) as f64))
}

fn asctime_text([year, month, day, hour, minute, second, weekday, _]: Parts) -> String {
    format!(
        "{} {} {day:2} {hour:02}:{minute:02}:{second:02} {year}",
        &DAYS[weekday as usize][..3],
        &MONTHS[month as usize - 1][..3]
    )
}

fn asctime(vm: &mut Vm, args: &Args) -> Result {
    Ok(asctime_text(parts_argument(vm, args.get(0), "asctime")?).into())
}

fn ctime(vm: &mut Vm, args: &Args) -> Result {
    Ok(asctime_text(parts_of(moment(vm, args.get(0))?)).into())
}

/// The work is done by the module that `datetime` uses, too.
fn strptime(vm: &mut Vm, args: &Args) -> Result {
    let module = vm.import("_strptime")?;
    vm.call_method(&module, "_strptime_time", args.values)
}

fn strftime(vm: &mut Vm, args: &Args) -> Result {
    let Some(format) = args.get(0).as_str() else {
        let found = vm.type_name(args.get(0));
        return Err(vm.type_error(format!("strftime() argument 1 must be str, not {found}")));
    };
    let parts = parts_argument(vm, args.get(1), "strftime")?;
    let zone = match hidden_item(vm, args.get(1), "tm_zone") {
        zone if zone.as_str().is_some() => zone,
        _ => "UTC".into(),
    };
    Ok(format_time(format, parts, zone.as_str().unwrap_or_default()).into())
}

/// Year and week of the week that a day belongs to: that which has its Thursday.
fn iso_week([year, _, _, _, _, _, weekday, year_day]: Parts) -> (i64, i64) {
    let days_of = |year| days_from_date(year + 1, 1, 1) - days_from_date(year, 1, 1);
    // The Thursday's place in the year, from 0.
    let thursday = year_day - 1 - weekday + 3;
    if thursday < 0 {
        return (year - 1, (thursday + days_of(year - 1)) / 7 + 1);
    }
    match thursday - days_of(year) {
        rest @ 0.. => (year + 1, rest / 7 + 1),
        _ => (year, thursday / 7 + 1),
    }
}

fn format_time(format: &str, parts: Parts, zone: &str) -> String {
    let [year, month, day, hour, minute, second, weekday, year_day] = parts;
    let (day_name, month_name) = (DAYS[weekday as usize], MONTHS[month as usize - 1]);
    let hour_12 = if hour % 12 == 0 { 12 } else { hour % 12 };
    let half = if hour < 12 { "AM" } else { "PM" };
    let mut text = String::new();
    let mut characters = format.chars();
    while let Some(character) = characters.next() {
        if character != '%' {
            text.push(character);
            continue;
        }
        let Some(directive) = characters.next() else {
            text.push('%');
            break;
        };
        text.push_str(&match directive {
            'Y' => year.to_string(),
            'y' => format!("{:02}", year.rem_euclid(100)),
            'C' => format!("{:02}", year.div_euclid(100)),
            'm' => format!("{month:02}"),
            'd' => format!("{day:02}"),
            'e' => format!("{day:2}"),
            'H' => format!("{hour:02}"),
            'I' => format!("{hour_12:02}"),
            'M' => format!("{minute:02}"),
            'S' => format!("{second:02}"),
            'p' => half.to_owned(),
            'j' => format!("{year_day:03}"),
            'w' => ((weekday + 1) % 7).to_string(),
            'u' => (weekday + 1).to_string(),
            'a' => day_name[..3].to_owned(),
            'A' => day_name.to_owned(),
            'b' | 'h' => month_name[..3].to_owned(),
            'B' => month_name.to_owned(),
            'U' => format!("{:02}", (year_day + 6 - (weekday + 1) % 7) / 7),
            'W' => format!("{:02}", (year_day + 6 - weekday) / 7),
            'G' => iso_week(parts).0.to_string(),
            'g' => format!("{:02}", iso_week(parts).0.rem_euclid(100)),
            'V' => format!("{:02}", iso_week(parts).1),
            'k' => format!("{hour:2}"),
            'l' => format!("{hour_12:2}"),
            'P' => half.to_lowercase(),
            'F' => format!("{year}-{month:02}-{day:02}"),
            'T' | 'X' => format!("{hour:02}:{minute:02}:{second:02}"),
            'R' => format!("{hour:02}:{minute:02}"),
            'D' | 'x' => format!("{month:02}/{day:02}/{:02}", year.rem_euclid(100)),
            'r' => format!("{hour_12:02}:{minute:02}:{second:02} {half}"),
            'c' => asctime_text(parts),
            's' => (days_from_date(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second)
                .to_string(),
            'z' => "+0000".to_owned(),
            'Z' => zone.to_owned(),
            'n' => "\n".to_owned(),
            't' => "\t".to_owned(),
            '%' => "%".to_owned(),
            other => format!("%{other}"),
        });
    }
    text
}
