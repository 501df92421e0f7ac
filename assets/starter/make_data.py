"""Writes the three starter datasets: dates (JSONL), topics (CSV) and polite (JSON), the same bytes every time.

Run `python assets/starter/make_data.py` to write them beside this file, or give another folder.
"""

import csv
import datetime
import io
import json
import random
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

HERE = Path(__file__).parent
SEED = 20261120
DATES_TRAIN, DATES_HELD_OUT = 6000, 200
TOPICS_TRAIN, TOPICS_HELD_OUT = 1500, 150
POLITE_TRAIN, POLITE_HELD_OUT = 1800, 150

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ORDINAL_WORDS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth", "twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth",
    "twenty-sixth", "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first",
)  # fmt: skip
FIRST_DAY, LAST_DAY = datetime.date(1980, 1, 1), datetime.date(2039, 12, 31)

Row = dict[str, str]
Written = Callable[[random.Random], str]


def ordinal(day: int) -> str:
    """3 → 3rd."""
    ending = "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


# Every form has one meaning: dots are day.month.year, slashes are year/month/day, everything else names its month.
# A two-digit year from 80 to 99 is in the 1900s, one from 00 to 39 in the 2000s.
DATE_FORMS = (
    "{nth} of {month}, {yy}",
    "{nth} of {month} {year}",
    "{nth} {month} {year}",
    "{day} {month} {year}",
    "{day} {month} {yy}",
    "{day} {month}, {year}",
    "{dd} {month} {year}",
    "{day}-{month}-{year}",
    "{day}.{month_number}.{year}",
    "{dd}.{mm}.{year}",
    "{day}.{month_number}.{yy}",
    "{dd}.{mm}.{yy}",
    "{year}/{mm}/{dd}",
    "{month} {day}, {year}",
    "{month} {nth}, {year}",
    "{month} {day} {year}",
    "{month} {nth} {yy}",
    "{month} the {nth}, {year}",
    "{year}, {month} {day}",
    "{year} {month} {dd}",
    "the {nth_word} of {month} {year}",
    "the {nth_word} of {month}, {yy}",
    "{month} the {nth_word}, {year}",
    "the {nth} of {month} {year}",
    "{weekday}, {day} {month} {year}",
    "{weekday} {nth} {month} {yy}",
    "{weekday}, {month} {day}, {year}",
    "on {day} {month} {year}",
)


def written_date(date: datetime.date, form: str, rng: random.Random) -> str:
    """A date the way a person would write it."""
    month = MONTHS[date.month - 1]
    style = rng.randrange(10)
    if style in (0, 1, 2, 3):
        month = month[:3]
    text = form.format(
        day=date.day,
        dd=f"{date.day:02}",
        nth=ordinal(date.day),
        nth_word=ORDINAL_WORDS[date.day - 1],
        month=month,
        month_number=date.month,
        mm=f"{date.month:02}",
        year=date.year,
        yy=f"{date.year % 100:02}",
        weekday=WEEKDAYS[date.weekday()],
    )
    return text.lower() if style in (3, 9) else text


def dates() -> tuple[list[Row], list[Row]]:
    """Training rows and held-out rows; no date of the held-out rows occurs in training."""
    rng = random.Random(f"{SEED} dates")
    days = [FIRST_DAY + datetime.timedelta(days=n) for n in range((LAST_DAY - FIRST_DAY).days + 1)]
    rng.shuffle(days)
    held_out_days, train_days = days[:DATES_HELD_OUT], days[DATES_HELD_OUT : DATES_HELD_OUT + DATES_TRAIN]

    def rows(of_days: list[datetime.date]) -> list[Row]:
        return [
            {"question": written_date(day, DATE_FORMS[n % len(DATE_FORMS)], rng), "answer": day.isoformat()}
            for n, day in enumerate(of_days)
        ]

    train, held_out = rows(train_days), rows(held_out_days)
    rng.shuffle(train)
    return train, held_out


TOPICS: dict[str, tuple[str, ...]] = {
    "billing": (
        "I was charged twice for {order}.",
        "The invoice for {order} shows the wrong amount.",
        "Why is the bill {amount} euros higher than last month?",
        "Please send me the invoice for {order} again.",
        "My card was charged {amount} euros and I do not know why.",
        "The discount of {amount} euros is missing from my bill.",
        "Can I pay for {order} by bank transfer?",
        "There is a payment of {amount} euros I did not make.",
    ),
    "delivery": (
        "Where is {order}? It should have come {when}.",
        "The parcel with my {thing} has not arrived.",
        "Can you ship the {thing} to another address?",
        "The driver left my {thing} at the wrong door.",
        "The tracking page for {order} has not changed since {when}.",
        "When will my {thing} be delivered?",
        "I waited at home {when} and no parcel came.",
        "Is it possible to have {order} delivered on Saturday?",
    ),
    "returns": (
        "I want to send the {thing} back.",
        "How do I return {order}?",
        "The {thing} is the wrong size, can I exchange it?",
        "I sent the {thing} back {when} and want my refund.",
        "Do I need the box to return the {thing}?",
        "Please send me a return label for {order}.",
        "I changed my mind about the {thing} and would like my money back.",
        "How long do I have to give the {thing} back?",
    ),
    "account": (
        "I forgot my password and cannot log in.",
        "Please change the email address of my account to {name}@example.com.",
        "How do I delete my account?",
        "My account has been locked since {when}.",
        "I do not get the code to log in on my phone.",
        "My user name should be {name}, can you change it?",
        "Someone logged in to my account {when}, and it was not me.",
        "How can I change the name on my profile to {name}?",
    ),
    "technical": (
        "The {thing} does not turn on any more.",
        "My {thing} makes a strange noise.",
        "The app crashes when I open the page for my {thing}.",
        "The {thing} stopped working {when}.",
        "I get error {amount} when I start the {thing}.",
        "The {thing} does not connect to the network.",
        "After the update {when} the {thing} is very slow.",
        "The screen of the {thing} stays black.",
    ),
    "praise": (
        "I love my new {thing}!",
        "The {thing} works very well, thank you.",
        "Your team was so kind to me {when}.",
        "Best {thing} I have ever had.",
        "Thank you for the quick help {when}.",
        "I will tell all my friends about this {thing}.",
        "Great service, {order} was perfect.",
        "The {thing} is even better than I hoped.",
    ),
}
THINGS = (
    "kettle", "lamp", "phone", "jacket", "camera", "toaster", "watch", "printer", "radio", "tablet", "speaker",
    "mixer", "heater", "keyboard", "vacuum", "blender", "monitor", "drill", "coffee machine", "desk fan",
)  # fmt: skip
WHEN = ("yesterday", "on Monday", "on Tuesday", "last week", "two days ago", "this morning", "last night", "on Friday")
NAMES = (
    "anna",
    "ben",
    "carla",
    "david",
    "emma",
    "felix",
    "greta",
    "hugo",
    "ida",
    "jonas",
    "kira",
    "leo",
    "mia",
    "noah",
)
OPENINGS = ("", "", "", "Hello, ", "Hi, ", "Good morning, ", "Hello there, ", "Dear team, ")
CLOSINGS = ("", "", "", " Thanks.", " Kind regards, {name}")
PLEAS = (" Please help.", " Please answer soon.")  # nobody asks for help with praise


def topics() -> tuple[list[Row], list[Row]]:
    """Short customer messages and their topic, every topic equally often; no message twice."""
    rng = random.Random(f"{SEED} topics")

    def message(label: str) -> str:
        opening = rng.choice(OPENINGS)
        body = rng.choice(TOPICS[label]) + rng.choice(CLOSINGS if label == "praise" else CLOSINGS + PLEAS)
        if opening and not body.startswith("I "):
            body = body[0].lower() + body[1:]
        return (opening + body).format(
            order=f"order {rng.randrange(1000, 10000)}",
            amount=rng.randrange(10, 400),
            thing=rng.choice(THINGS),
            when=rng.choice(WHEN),
            name=rng.choice(NAMES),
        )

    def rows() -> Iterator[Row]:
        for n in range(10**6):
            label = list(TOPICS)[n % len(TOPICS)]
            yield {"text": message(label), "label": label}

    return unlike(rows(), "text", TOPICS_TRAIN, TOPICS_HELD_OUT, rng)


ERRANDS = (
    "send me the {paper}", "read the {paper}", "sign the {paper}", "print the {paper}", "check the {paper}",
    "move the meeting", "call {person}", "ask {person} for the {paper}", "open the {place}", "close the {place}",
    "clean the {place}", "bring the {item}", "fix the {item}", "give {person} the {item}", "put the {item} back",
    "look for the {item}", "write to {person}", "wait for {person}", "pay for the {item}", "show me the {place}",
)  # fmt: skip
DEADLINES = ("", "", " now", " today", " tomorrow", " by Friday", " before lunch", " this week", " by noon", " tonight")
PAPERS = ("report", "letter", "contract", "list", "invoice", "plan", "form", "offer", "budget", "menu")
PEOPLE = ("Anna", "Ben", "Carla", "David", "Emma", "Felix", "Greta", "Hugo", "the boss", "the client", "my sister")
PLACES = ("office", "kitchen", "garden", "store", "garage", "meeting room", "library", "cellar")
ITEMS = ("key", "printer", "lamp", "chair", "laptop", "phone", "ladder", "bicycle", "camera", "box", "umbrella")
# Blunt, then polite. {errand} starts with a verb in its plain form.
MANNERS = (
    ("{Errand}{deadline}.", "Could you please {errand}{deadline}? Thank you."),
    ("{Errand}{deadline}.", "Could you please {errand}{deadline}? Thank you."),
    ("You must {errand}{deadline}.", "I would be grateful if you could {errand}{deadline}."),
    ("Why did you not {errand}?", "May I ask whether you had a chance to {errand}?"),
    ("I will not {errand}{deadline}.", "I am afraid I am not able to {errand}{deadline}."),
    ("Where is the {item}?", "Excuse me, could you tell me where the {item} is?"),
    ("Where is {person}?", "Excuse me, could you tell me where {person} is?"),
    ("I want the {item}{deadline}.", "I would like to have the {item}{deadline}, please."),
    ("Give me the {paper}{deadline}.", "May I have the {paper}{deadline}, please?"),
    ("The {paper} is bad.", "I think the {paper} could be a little better."),
    ("The {item} is broken.", "I am sorry to say that the {item} needs a repair."),
    ("You are wrong about the {paper}.", "I see the {paper} a little differently."),
    ("The {place} is dirty.", "I think the {place} could do with some cleaning."),
    ("Get out of the {place}.", "Would you mind leaving the {place} for a moment?"),
    ("Do not touch the {item}.", "I would be glad if you left the {item} as it is."),
    ("{Person} is late.", "It seems that {person} needs a little more time."),
)
INSTRUCTION = "Say it politely."


def polite() -> tuple[list[Row], list[Row]]:
    """Blunt sentences and how to say them politely; each blunt sentence has one polite one."""
    rng = random.Random(f"{SEED} polite")

    def rows() -> Iterator[Row]:
        while True:
            names = {
                "paper": rng.choice(PAPERS),
                "person": rng.choice(PEOPLE),
                "place": rng.choice(PLACES),
                "item": rng.choice(ITEMS),
            }
            errand = rng.choice(ERRANDS).format(**names)
            person = names["person"]
            names |= {
                "errand": errand,
                "Errand": errand[0].upper() + errand[1:],
                "Person": person[0].upper() + person[1:],
                "deadline": rng.choice(DEADLINES),
            }
            blunt, kind = rng.choice(MANNERS)
            yield {"instruction": INSTRUCTION, "input": blunt.format(**names), "output": kind.format(**names)}

    return unlike(rows(), "input", POLITE_TRAIN, POLITE_HELD_OUT, rng)


def unlike(
    rows: Iterator[Row], key: str, train_count: int, held_out_count: int, rng: random.Random
) -> tuple[list[Row], list[Row]]:
    """The first rows whose `key` differs from all before, shuffled and split."""
    chosen: dict[str, Row] = {}
    for row in rows:
        chosen.setdefault(row[key], row)
        if len(chosen) == train_count + held_out_count:
            break
    shuffled = list(chosen.values())
    rng.shuffle(shuffled)
    return shuffled[:train_count], shuffled[train_count:]


def as_jsonl(rows: list[Row]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def as_json(rows: list[Row]) -> str:
    return "[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]\n"


def as_csv(rows: list[Row]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def about(
    words: Row, rows: tuple[list[Row], list[Row]], question: str, answer: str, shown: tuple[int, int, int]
) -> str:
    """What the window says about a dataset, with three of its training rows."""
    train, held_out = rows
    facts = {
        **words,
        "rows": len(train),
        "held_out_rows": len(held_out),
        "examples": [[train[n][question], train[n][answer]] for n in shown],
    }
    return json.dumps(facts, ensure_ascii=False, indent=2) + "\n"


def files() -> dict[str, str]:
    """Every file of the three datasets: path below the starter folder → text."""
    dates_rows, topics_rows, polite_rows = dates(), topics(), polite()
    return {
        "dates/train.jsonl": as_jsonl(dates_rows[0]),
        "dates/held_out.jsonl": as_jsonl(dates_rows[1]),
        "dates/about.json": about(
            {
                "title": "Dates",
                "sentence": "Teach the model to write any date the same way.",
                "model_reads": "a date as a person would write it",
                "model_writes": "the same date as year-month-day",
            },
            dates_rows,
            "question",
            "answer",
            (0, 6, 4),
        ),
        "topics/train.csv": as_csv(topics_rows[0]),
        "topics/held_out.csv": as_csv(topics_rows[1]),
        "topics/about.json": about(
            {
                "title": "Topics",
                "sentence": "Teach the model to sort customer messages by topic.",
                "model_reads": "a short message from a customer",
                "model_writes": "one of six topics: " + ", ".join(TOPICS),
            },
            topics_rows,
            "text",
            "label",
            (0, 1, 2),
        ),
        "polite/train.json": as_json(polite_rows[0]),
        "polite/held_out.json": as_json(polite_rows[1]),
        "polite/about.json": about(
            {
                "title": "Polite",
                "sentence": "Teach the model to say blunt sentences politely.",
                "model_reads": "a blunt sentence",
                "model_writes": "the same wish in polite words",
            },
            polite_rows,
            "input",
            "output",
            (0, 1, 2),
        ),
    }


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    for name, text in files().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        print(f"{path.relative_to(folder)}: {len(text.encode())} bytes")


if __name__ == "__main__":
    main()
