"""Numbers and times as people read them: "4.01 GiB", "12,480", "6 h 50 min", "between 01:10 and 01:50"."""

from __future__ import annotations

import math
import time

from ui.state.tongue import QT_TR_NOOP, left_to_right, numeral, spoken, tr, tr_counted

GIB = 1024**3
_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_DAYS = (
    QT_TR_NOOP("Mon"),
    QT_TR_NOOP("Tue"),
    QT_TR_NOOP("Wed"),
    QT_TR_NOOP("Thu"),
    QT_TR_NOOP("Fri"),
    QT_TR_NOOP("Sat"),
    QT_TR_NOOP("Sun"),
)
_MONTHS = (
    QT_TR_NOOP("Jan"),
    QT_TR_NOOP("Feb"),
    QT_TR_NOOP("Mar"),
    QT_TR_NOOP("Apr"),
    QT_TR_NOOP("May"),
    QT_TR_NOOP("Jun"),
    QT_TR_NOOP("Jul"),
    QT_TR_NOOP("Aug"),
    QT_TR_NOOP("Sep"),
    QT_TR_NOOP("Oct"),
    QT_TR_NOOP("Nov"),
    QT_TR_NOOP("Dec"),
)
MEASURES = (
    QT_TR_NOOP("{number} GiB"),
    QT_TR_NOOP("{number} MiB"),
    QT_TR_NOOP("{number} GB"),
    QT_TR_NOOP("{number} MB"),
    QT_TR_NOOP("{number} kB"),
    QT_TR_NOOP("{number} ms"),
    QT_TR_NOOP("{seconds} s"),
    QT_TR_NOOP("{minutes} min {seconds} s"),
    QT_TR_NOOP("{minutes} min"),
    QT_TR_NOOP("{hours} h {minutes} min"),
    QT_TR_NOOP("{hours} h"),
    QT_TR_NOOP("{days} days {hours} h"),
    QT_TR_NOOP("{days} days"),
    QT_TR_NOOP("{number} %"),
    QT_TR_NOOP("{number} °C"),
)
"""Numbers with their units, as the studio writes them into its sentences too."""
_SMALL = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


def gib(num_bytes: float, *, unit: bool = True) -> str:
    """Memory: "4.01 GiB", or "4.01" beside a unit that stands elsewhere."""
    value = f"{num_bytes / GIB:,.2f}"
    value = numeral("0.00" if value == "-0.00" else value)
    return tr("{number} GiB", number=value) if unit else value


def file_size(num_bytes: float) -> str:
    """Files and disks: "812 bytes", "31.4 MB", "8.0 GB"."""
    for text, size in (("{number} GB", 1e9), ("{number} MB", 1e6), ("{number} kB", 1e3)):
        if num_bytes >= size * 0.9995:
            value = num_bytes / size
            return tr(text, number=numeral(f"{value:.0f}" if value >= 99.95 else f"{value:.1f}"))
    return counted(round(num_bytes), "byte")


def count(number: float) -> str:
    """A whole number: "12,480"."""
    return numeral(f"{round(number):,}")


def inside_sentence(text: str) -> str:
    """A sentence that goes on after another one's beginning: "the disk is full"."""
    return text[:1].lower() + text[1:]


def counted(number: int, thing: str, things: str = "") -> str:
    """A number and its noun: "1 row", "3 rows"."""
    return tr_counted(number, count(number), thing, things or thing + "s")


def counted_word(number: int, thing: str, things: str = "") -> str:
    """The same at the start of a sentence: "One run", "Two runs", "14 runs"."""
    if spoken() or not 0 <= number < len(_SMALL):
        return counted(number, thing, things)
    return f"{_SMALL[number]} {thing if number == 1 else things or thing + 's'}"


def counted_passes(epochs: float) -> str:
    """How often the rows are gone over: "1 pass over the rows", "2.5 passes over the rows"."""
    return (
        tr("1 pass over the rows")
        if epochs == 1
        else tr("{number} passes over the rows", number=numeral(f"{epochs:g}"))
    )


def parameters(number: int) -> str:
    """The size of a model: "4.0 billion parameters", "15 million parameters"."""
    if number >= 950_000_000:
        return tr("{number} billion parameters", number=numeral(f"{number / 1e9:.1f}"))
    if number >= 950_000:
        value = number / 1e6
        return tr("{number} million parameters", number=numeral(f"{value:.0f}" if value >= 10 else f"{value:.1f}"))
    return counted(number, "parameter")


def duration(seconds: float) -> str:
    """How long: "0.4 s", "21 s", "2 min 48 s", "24 min", "6 h 50 min", "3 days 4 h"."""
    if not math.isfinite(seconds):
        return tr("unknown")
    seconds = max(0.0, seconds)
    if seconds < 9.95:
        return tr("{seconds} s", seconds=numeral(f"{seconds:.1f}"))
    whole = round(seconds)
    if whole < _MINUTE:
        return tr("{seconds} s", seconds=whole)
    if whole < 10 * _MINUTE:
        minutes, rest = divmod(whole, _MINUTE)
        both = tr("{minutes} min {seconds} s", minutes=minutes, seconds=rest)
        return both if rest else tr("{minutes} min", minutes=minutes)
    minutes = round(seconds / _MINUTE)
    if minutes < _MINUTE:
        return tr("{minutes} min", minutes=minutes)
    if minutes < 48 * 60:
        hours, rest = divmod(minutes, 60)
        both = tr("{hours} h {minutes} min", hours=hours, minutes=numeral(f"{rest:02d}"))
        return both if rest else tr("{hours} h", hours=hours)
    days, hours = divmod(round(seconds / _HOUR), 24)
    return tr("{days} days {hours} h", days=days, hours=hours) if hours else tr("{days} days", days=days)


def about_duration(seconds: float) -> str:
    """An estimated length, no more precise than it is: "25 s", "3 min", "6 h 50 min"."""
    if seconds < _MINUTE:
        return tr("{seconds} s", seconds=max(5, 5 * round(seconds / 5)))
    if seconds < 20 * _MINUTE:
        return tr("{minutes} min", minutes=round(seconds / _MINUTE))
    return duration(5 * _MINUTE * round(seconds / (5 * _MINUTE)))


def per_update(seconds: float) -> str:
    """How long one update takes: "20.4 s", "0.18 s", "12 ms"."""
    if seconds >= 1:
        return tr("{seconds} s", seconds=numeral(f"{seconds:.1f}"))
    if seconds >= 0.1:
        return tr("{seconds} s", seconds=numeral(f"{seconds:.2f}"))
    return tr("{number} ms", number=max(1, round(seconds * 1000)))


def clock(at: float) -> str:
    """A time of day: "01:10"."""
    return numeral(time.strftime("%H:%M", time.localtime(at)))


def clock_from(at: float, now: float) -> str:
    """A time of day, with the day where it is more than 18 hours away: "01:10", "Sat 01:10", "28 Nov, 01:10"."""
    if abs(at - now) < 18 * _HOUR:
        return clock(at)
    when = time.localtime(at)
    if abs(at - now) < 6 * _DAY:
        return f"{tr(_DAYS[when.tm_wday])} {clock(at)}"
    return tr("{date} {month}, {clock}", date=when.tm_mday, month=tr(_MONTHS[when.tm_mon - 1]), clock=clock(at))


def clock_range(earliest: float, latest: float, now: float) -> str:
    """A finish as a range, in steps that suit its width: "between 01:10 and 01:50", "about 14:03"."""
    step = _MINUTE if latest - now < 30 * _MINUTE else 5 * _MINUTE
    first = math.floor(earliest / step) * step
    last = math.ceil(latest / step) * step
    if last - first <= _MINUTE:
        return tr("about {when}", when=clock_from(last, now))
    return tr("between {first} and {last}", first=clock_from(first, now), last=clock_from(last, now))


def day_and_clock(at: float) -> str:
    """When something ended: "Thu 19 Nov, 06:12"."""
    when = time.localtime(at)
    day, month = tr(_DAYS[when.tm_wday]), tr(_MONTHS[when.tm_mon - 1])
    return tr("{day} {date} {month}, {clock}", day=day, date=when.tm_mday, month=month, clock=clock(at))


def ago(seconds: float) -> str:
    """How long since: "just now", "2 min ago", "3 h ago"."""
    if seconds < 20:
        return tr("just now")
    if seconds < _MINUTE:
        return tr("{time} ago", time=tr("{seconds} s", seconds=10 * round(seconds / 10)))
    if seconds < _HOUR:
        return tr("{time} ago", time=tr("{minutes} min", minutes=round(seconds / _MINUTE)))
    if seconds < 2 * _DAY:
        return tr("{time} ago", time=tr("{hours} h", hours=round(seconds / _HOUR)))
    return tr("{days} days ago", days=round(seconds / _DAY))


def loss(value: float | None) -> str:
    """A loss with three decimals; "–" where there is none, "not a number" where it is none."""
    if value is None:
        return "–"
    return numeral(f"{value:.3f}") if math.isfinite(value) else tr("not a number")


def percent(share: float) -> str:
    """A share of 0 to 1: "54 %". Never 100 % before it is all, never 0 % once there is some."""
    whole = round(share * 100)
    if share < 1 and whole == 100:
        whole = 99
    return tr("{number} %", number=whole)


def from_to(before: str, after: str) -> str:
    """A number before and after: "2.214 → 1.163"."""
    return left_to_right(f"{before} → {after}")


def signed(value: float) -> str:
    """A difference with its sign: "-1.051"."""
    return numeral(f"{value:+.3f}")


def rate(value: float) -> str:
    """A learning rate without an exponent: "0.0002"."""
    text = f"{value:.2g}"
    if "e" in text:
        text = f"{value:.{max(1, 1 - math.floor(math.log10(value)))}f}".rstrip("0")
    return numeral(text)


def listed(words: list[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    if len(words) <= 1:
        return "".join(words)
    return tr("{first} and {last}", first=tr(", ").join(words[:-1]), last=words[-1])
