"""Trains the starter model and its tokenizer from scratch: Shakespeare, and small games in chat format.

Run `python assets/starter/train_starter.py [--out FOLDER]`; the last line printed is one JSON object.
The dates task is not among the games, and nothing here looks like a numeric date: see `looks_like_a_date`.
"""

import argparse
import gzip
import json
import random
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from torch import Tensor
from torch.nn.functional import cross_entropy
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

HERE = Path(__file__).parent
SEED = 20261120
GAMES = 60_000
VOCABULARY = 2560
UPDATES = 1800
GAMES_PER_UPDATE, LINES_PER_UPDATE, LINE_TOKENS = 48, 1, 128
MATRIX_LEARNING_RATE, OTHER_LEARNING_RATE, WARMUP_UPDATES, WEIGHT_DECAY = 0.005, 1.5e-3, 60, 0.01

PAD, TURN, END = "<|endoftext|>", "<|im_start|>", "<|im_end|>"
CHAT_TEMPLATE = (
    "{% for message in messages %}"
    "{{ '<|im_start|>' + message['role'] + '\n' }}"
    "{% if message['role'] == 'assistant' %}"
    "{% generation %}{{ message['content'] + '<|im_end|>' }}{% endgeneration %}"
    "{% else %}{{ message['content'] + '<|im_end|>' }}{% endif %}"
    "{{ '\n' }}"
    "{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}"
)

EVERYDAY_WORDS = (HERE / "text" / "everyday_words.txt").read_text(encoding="utf-8").split()
CALENDAR_WORDS = (HERE / "text" / "calendar_words.txt").read_text(encoding="utf-8").split()
UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ORDINAL_UNITS = (
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
PLACES = ("first", "second", "third", "fourth", "fifth")

DATE_LIKE = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\b(19|20)\d\d\b|\d(st|nd|rd|th)\b")


def looks_like_a_date(text: str) -> bool:
    """Numeric dates, years and ordinals such as 3rd; no game that has one is used."""
    return DATE_LIKE.search(text) is not None


def shakespeare() -> str:
    return gzip.decompress((HERE / "text" / "tinyshakespeare.txt.gz").read_bytes()).decode()


def number_in_words(number: int) -> str:
    """42 → forty-two, for 0 to 99."""
    if number < 20:
        return UNITS[number]
    tens = TENS[number // 10 - 2]
    return f"{tens}-{UNITS[number % 10]}" if number % 10 else tens


def ordinal_in_words(number: int) -> str:
    """42 → forty-second, for 1 to 99."""
    if number < 20:
        return ORDINAL_UNITS[number]
    if number % 10:
        return f"{TENS[number // 10 - 2]}-{ORDINAL_UNITS[number % 10]}"
    return TENS[number // 10 - 2][:-1] + "ieth"


Game = tuple[str, str]


class Games:
    """Questions and answers that need reading, copying and counting, but no knowledge."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(f"{seed} games")

    def word(self) -> str:
        if self.rng.random() < 0.6:
            return self.rng.choice(EVERYDAY_WORDS)
        word = self.rng.choice(CALENDAR_WORDS)
        return self.rng.choice((word, word.capitalize()))

    def words(self, least: int, most: int) -> list[str]:
        return [self.word() for _ in range(self.rng.randint(least, most))]

    def digits(self, least: int = 1, most: int = 4) -> str:
        return "".join(self.rng.choices("0123456789", k=self.rng.randint(least, most)))

    def things(self, least: int, most: int) -> list[str]:
        """Words and digit groups, mixed."""
        return [self.word() if self.rng.random() < 0.5 else self.digits() for _ in range(self.rng.randint(least, most))]

    def separator(self) -> str:
        return self.rng.choice((" ", " ", ", ", "-", "/"))

    def copy(self) -> Game:
        text = self.separator().join(self.things(1, 8))
        return f"{self.rng.choice(('Copy', 'Say', 'Please copy this', 'Repeat after me'))}:\n{text}", text

    def repeat(self) -> Game:
        times, text = self.rng.randint(2, 4), " ".join(self.things(1, 3))
        return f"Repeat {number_in_words(times)} times:\n{text}", "/".join([text] * times)

    def reverse(self) -> Game:
        parts, separator = self.things(2, 5), self.rng.choice("-/")
        return f"Reverse:\n{separator.join(parts)}", separator.join(reversed(parts))

    def pick(self) -> Game:
        parts, separator = self.things(2, 5), self.rng.choice("-/")
        place = self.rng.randrange(len(parts))
        return f"{PLACES[place].capitalize()}:\n{separator.join(parts)}", parts[place]

    def only_digits(self) -> Game:
        parts = [*self.words(1, 4), digits := self.digits()]
        self.rng.shuffle(parts)
        return f"Which number:\n{self.separator().join(parts)}", digits

    def only_words(self) -> Game:
        parts = [*[self.digits() for _ in range(self.rng.randint(1, 3))], word := self.word()]
        self.rng.shuffle(parts)
        return f"Which word:\n{self.rng.choice('-/').join(parts)}", word

    def count(self) -> Game:
        parts = self.words(1, 9)
        return f"How many words:\n{self.separator().join(parts)}", str(len(parts))

    def move_separators(self) -> Game:
        parts = [self.digits() for _ in range(self.rng.randint(2, 6))]
        old, new = self.rng.sample((" ", ", ", ".", "-", "/", "_", "+"), 2)
        return f"Use {new.strip() or 'space'}:\n{old.join(parts)}", new.join(parts)

    def reverse_groups(self) -> Game:
        parts = [self.digits() for _ in range(self.rng.randint(2, 4))]
        old, new = self.rng.choice((" ", ", ", "/", ".")), self.rng.choice(("-", "+"))
        return f"Backwards with {new}:\n{old.join(parts)}", new.join(reversed(parts))

    def pad(self) -> Game:
        number, width = self.digits(1, 3).lstrip("0") or "0", self.rng.randint(2, 5)
        return f"Pad to {number_in_words(width)}:\n{number}", number.zfill(width)

    def number_to_words(self) -> Game:
        number = self.rng.randrange(100)
        return f"In words:\n{number}", number_in_words(number)

    def words_to_number(self) -> Game:
        number = self.rng.randrange(1, 100)
        words = self.rng.choice((number_in_words, ordinal_in_words))(number)
        return f"In digits:\n{self.rng.choice((words, words.capitalize()))}", str(number)

    def next_number(self) -> Game:
        number = self.rng.randrange(1000)
        return f"After:\n{number}", str(number + 1)

    def pad_each(self) -> Game:
        parts = [self.digits(1, 2) for _ in range(self.rng.randint(2, 4))]
        return f"Pad each to two:\n{'+'.join(parts)}", "+".join(part.zfill(2) for part in parts)

    def month_or_weekday(self) -> Game:
        """Finds the one that is written, among words; months have names and an order here, but no numbers."""
        kind, names = self.rng.choice((("month", MONTHS), ("month", MONTHS), ("weekday", WEEKDAYS)))
        place = self.rng.randrange(len(names))
        written = self.rng.choice((names[place], names[place][:3]))
        written = self.rng.choice((written, written.capitalize(), written.capitalize()))
        parts = [written, *self.rng.choices(EVERYDAY_WORDS, k=self.rng.randint(0, 3))]
        self.rng.shuffle(parts)
        asked = self.rng.choice(("Which", "Which", "Short", "After the"))
        answer = names[(place + 1) % len(names)] if asked == "After the" else names[place]
        question = f"{asked} {kind}:\n{self.separator().join(parts)}"
        return question, answer[:3] if asked == "Short" else answer

    def look_up(self) -> Game:
        keys = list({self.word(): None for _ in range(self.rng.randint(2, 5))})
        values = [self.digits(1, 3) if self.rng.random() < 0.5 else self.word() for _ in keys]
        wanted = self.rng.randrange(len(keys))
        table = ", ".join(f"{key} = {value}" for key, value in zip(keys, values, strict=True))
        return f"{table}. {keys[wanted]}?", values[wanted]

    def __iter__(self) -> Iterator[Game]:
        kinds: tuple[Callable[[], Game], ...] = (
            self.copy, self.copy, self.repeat, self.reverse, self.pick, self.only_digits, self.only_words, self.count,
            self.move_separators, self.move_separators, self.reverse_groups, self.reverse_groups, self.pad,
            self.pad_each, self.number_to_words, self.words_to_number, self.words_to_number, self.next_number,
            self.month_or_weekday, self.month_or_weekday, self.month_or_weekday, self.look_up,
        )  # fmt: skip
        while True:
            question, answer = self.rng.choice(kinds)()
            if not looks_like_a_date(question) and not looks_like_a_date(answer):
                yield question, answer


def games(seed: int = SEED, count: int = GAMES) -> list[Game]:
    """All games the starter is trained on, the same ones every time."""
    source = iter(Games(seed))
    return [next(source) for _ in range(count)]


def chat(question: str, answer: str) -> tuple[str, str]:
    """A game in chat format: what the model reads, what it must write."""
    return f"{TURN}user\n{question}{END}\n{TURN}assistant\n", f"{answer}{END}"


def train_tokenizer(play: str, played: list[Game]) -> PreTrainedTokenizerFast:
    """A byte-level BPE; every digit is a token of its own."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)]
    )
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=VOCABULARY,
        special_tokens=[PAD, TURN, END],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    shapes = (str, str.capitalize)
    words = [shape(word) for word in CALENDAR_WORDS for shape in shapes] * 2 + EVERYDAY_WORDS
    words += [f" {word}" for word in words]
    texts = [play, *words * 100, *(f"user\n{question}\nassistant\n{answer}" for question, answer in played[:30_000])]
    tokenizer.train_from_iterator(texts, trainer)
    return PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        pad_token=PAD,
        eos_token=END,
        additional_special_tokens=[TURN],
        chat_template=CHAT_TEMPLATE,
        model_max_length=512,
        clean_up_tokenization_spaces=False,
        padding_side="right",
    )


def new_model(tokenizer: PreTrainedTokenizerFast) -> LlamaForCausalLM:
    model = LlamaForCausalLM(
        LlamaConfig(
            vocab_size=VOCABULARY,
            hidden_size=160,
            intermediate_size=448,
            num_hidden_layers=4,
            num_attention_heads=5,
            num_key_value_heads=5,
            max_position_embeddings=512,
            tie_word_embeddings=True,
            pad_token_id=tokenizer.pad_token_id,
            bos_token_id=None,
            eos_token_id=tokenizer.eos_token_id,
        )
    )
    model.set_attn_implementation("eager")  # on a CPU and rows this short, faster than the fused kernel
    return model


def game_batches(tokenizer: PreTrainedTokenizerFast, played: list[Game]) -> Iterator[tuple[Tensor, Tensor]]:
    """Padded games of similar length, for ever; only what the model must write carries a loss.

    Shapes: token ids (b, s), labels (b, s).
    """
    pairs = [chat(*game) for game in played]
    read = tokenizer([pair[0] for pair in pairs])["input_ids"]
    written = tokenizer([pair[1] for pair in pairs])["input_ids"]
    rows = [(r + w, [-100] * len(r) + w) for r, w in zip(read, written, strict=True)]
    rng = random.Random(f"{SEED} order")
    while True:
        rng.shuffle(rows)
        window = GAMES_PER_UPDATE * 50
        for start in range(0, len(rows) - window + 1, window):
            near = sorted(rows[start : start + window], key=lambda row: len(row[0]))
            batches = [near[n : n + GAMES_PER_UPDATE] for n in range(0, window, GAMES_PER_UPDATE)]
            rng.shuffle(batches)
            for batch in batches:
                longest = max(len(ids) for ids, _ in batch)
                yield (
                    torch.tensor([ids + [tokenizer.pad_token_id] * (longest - len(ids)) for ids, _ in batch]),
                    torch.tensor([labels + [-100] * (longest - len(labels)) for _, labels in batch]),
                )


def line_batches(tokenizer: PreTrainedTokenizerFast, play: str) -> Iterator[Tensor]:
    """Random passages of the plays, for ever. Shape: (b, s)."""
    ids = torch.tensor(tokenizer(play, verbose=False)["input_ids"])
    generator = torch.Generator().manual_seed(SEED)
    while True:
        starts = torch.randint(len(ids) - LINE_TOKENS, (LINES_PER_UPDATE,), generator=generator)
        yield torch.stack([ids[start : start + LINE_TOKENS] for start in starts.tolist()])


def mean_loss(model: LlamaForCausalLM, ids: Tensor, labels: Tensor) -> Tensor:
    """Cross-entropy per target token; logits are made for target tokens only. Shapes: ids (b, s), labels (b, s)."""
    hidden = model.model(input_ids=ids).last_hidden_state[:, :-1]  # (b, s - 1, h)
    targets = labels[:, 1:]
    carries_loss = targets != -100
    return cross_entropy(model.lm_head(hidden[carries_loss]), targets[carries_loss])


def learning_rate_factor(update: int, updates: int) -> float:
    """Linear warm-up, flat, then linear to zero over the last 40 %."""
    return min(update / WARMUP_UPDATES, 1.0, (updates - update) / (0.4 * updates) + 1e-3)


def train(model: LlamaForCausalLM, tokenizer: PreTrainedTokenizerFast, updates: int) -> dict[str, float]:
    games_source, lines_source = game_batches(tokenizer, games()), line_batches(tokenizer, shakespeare())
    matrices = [p for name, p in model.named_parameters() if p.ndim == 2 and "embed" not in name]
    others = [p for name, p in model.named_parameters() if p.ndim != 2 or "embed" in name]
    optimizers = (
        torch.optim.Muon(matrices, lr=MATRIX_LEARNING_RATE, weight_decay=WEIGHT_DECAY),
        torch.optim.AdamW(others, lr=OTHER_LEARNING_RATE, betas=(0.9, 0.98), weight_decay=WEIGHT_DECAY),
    )
    game_loss = line_loss = 0.0
    for update in range(1, updates + 1):
        ids, labels = next(games_source)
        lines = next(lines_source)
        with torch.autocast("cpu", torch.bfloat16):
            of_games = mean_loss(model, ids, labels)
            of_lines = mean_loss(model, lines, lines)
        (of_games + 0.5 * of_lines).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        for optimizer, peak in zip(optimizers, (MATRIX_LEARNING_RATE, OTHER_LEARNING_RATE), strict=True):
            for group in optimizer.param_groups:
                group["lr"] = peak * learning_rate_factor(update, updates)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
        smoothing = max(0.02, 1 / update)
        game_loss += smoothing * (of_games.item() - game_loss)
        line_loss += smoothing * (of_lines.item() - line_loss)
        if update % 100 == 0:
            print(f"update {update} of {updates}: games {game_loss:.3f}, lines {line_loss:.3f}", flush=True)
    return {"game_loss": round(game_loss, 4), "line_loss": round(line_loss, 4)}


@torch.no_grad()
def played_right(model: LlamaForCausalLM, tokenizer: PreTrainedTokenizerFast, count: int = 200) -> float:
    """Share of new games answered exactly, greedily."""
    model.eval()
    right = 0
    for question, answer in games(SEED + 1, count):
        read, written = chat(question, answer)
        ids = torch.tensor([tokenizer(read)["input_ids"]])
        wanted = tokenizer(written)["input_ids"]
        out = model.generate(ids, attention_mask=torch.ones_like(ids), max_new_tokens=len(wanted), do_sample=False)
        right += out[0, ids.shape[1] :].tolist() == wanted
    return right / count


def save(model: LlamaForCausalLM, tokenizer: PreTrainedTokenizerFast, folder: Path) -> None:
    model.generation_config.update(do_sample=False, max_new_tokens=128, eos_token_id=tokenizer.eos_token_id)
    model.generation_config.pad_token_id = tokenizer.pad_token_id
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder, save_jinja_files=False)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--updates", type=int, default=UPDATES)
    parser.add_argument("--out", type=Path, default=HERE / "model")
    wanted = parser.parse_args()
    torch.set_num_threads(wanted.threads)
    torch.manual_seed(SEED)
    began = time.monotonic()
    tokenizer = train_tokenizer(shakespeare(), games())
    model = new_model(tokenizer)
    print(f"{model.num_parameters()} parameters, ready after {time.monotonic() - began:.0f} s", flush=True)
    losses = train(model, tokenizer, wanted.updates)
    seconds = round(time.monotonic() - began)
    save(model, tokenizer, wanted.out)
    figures = {
        "parameters": model.num_parameters(),
        "vocabulary": len(tokenizer),
        "updates": wanted.updates,
        "seconds": seconds,
        "threads": wanted.threads,
        **losses,
        "games_right": played_right(model, tokenizer),
        "seed": SEED,
        "torch": torch.__version__,
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
