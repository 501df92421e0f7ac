"""The tape of one layer: what it keeps for the backward pass, and what it needs while it goes backward.

After the layers of transformers as the engine leaves them (studio/engine/lean.py), with scaled-dot-product attention.
Source of what is kept: batch-planning.md §3.2 with fused norms and gated MLPs, and torch's own saved tensors.
"""

from __future__ import annotations

from studio.job import Full, Method, Precision
from studio.models.local import ModelFacts
from studio.planning.layers import Layer, read_layer
from studio.planning.matrices import Matrices
from studio.planning.tape import Tape, Value

BYTES: dict[Precision, int] = {"float32": 4, "bfloat16": 2, "float16": 2}


def kept_bytes(tape: Tape) -> int:
    """What a layer keeps, its input included."""
    return tape.kept_bytes + (tape.start.bytes if tape.keeps_start else 0)


def stream_bytes(method: Method, b: int) -> int:
    """Of one number of the residual stream: embeddings that learn are in float32, and so is what is added to them."""
    return 4 if isinstance(method, Full) else b


def angle_bytes(facts: ModelFacts, method: Method, b: int) -> int:
    """Of the sines and cosines of one position, which all layers share."""
    layer = read_layer(facts)
    width = 4 if layer.float32_angles else stream_bytes(method, b)
    return 2 * layer.rotations * layer.head_width * width


def balance_bytes(facts: ModelFacts, b: int, tokens: int) -> int:
    """What the balance loss keeps of one layer's router: probabilities, and scores where these are not kept anyway."""
    return 4 * facts.num_experts * tokens * (2 if b == 4 else 1)


def layer_tape(
    facts: ModelFacts,
    method: Method,
    precision: Precision,
    tokens: int,
    *,
    longest: int = 0,
    on_processor: bool,
    first: bool = False,
    divided: bool = False,
) -> Tape:
    """One layer's forward pass over a micro-batch whose longest row has `longest` tokens.

    `first`: of all layers, so that nothing in front of it learns where the embeddings do not. `divided`: its matrices
    are put together for it, and their gradients wait until all are there.
    """
    learns = isinstance(method, Full) or not first
    making = _Layer(
        facts, method, BYTES[precision], tokens, longest, on_processor=on_processor, learns=learns, divided=divided
    )
    making.whole()
    return making.tape


def norm_tape(facts: ModelFacts, method: Method, precision: Precision, tokens: int, *, on_processor: bool) -> Tape:
    """The norm in front of the head."""
    making = _Layer(facts, method, BYTES[precision], tokens, 0, on_processor=on_processor)
    making.norm(making.tape.start)
    return making.tape


class _Layer:
    """Puts the parts of a layer on a tape, in the order in which transformers' models run them."""

    def __init__(
        self,
        facts: ModelFacts,
        method: Method,
        b: int,
        tokens: int,
        longest: int,
        *,
        on_processor: bool,
        learns: bool = True,
        divided: bool = False,
    ) -> None:
        self.layer: Layer = read_layer(facts)
        self.full, self.b, self.tokens, self.longest = isinstance(method, Full), b, tokens, longest
        self.on_processor = on_processor
        self.stream = stream_bytes(method, b)
        self.tape = Tape(Value(tokens * self.layer.hidden, self.stream, learns=learns))
        self.matrices = Matrices(self.tape, self.layer, method, b, on_processor=on_processor, divided=divided)

    def whole(self) -> None:
        """Attention and MLP, one after the other or both of the same."""
        start = self.tape.start
        if self.layer.parallel:
            first = self.norm(start)
            second = self.norm(start) if self.layer.norms_in_parallel > 1 else first
            with self.tape.holding(first, second):
                said = self.attention(first)
                with self.tape.holding(said):
                    thought = self.mlp(second)
                self.add(start, self.add(thought, said))
            return
        middle, said = self.part(start, in_attention=True)
        with self.tape.holding(*([said] if self.layer.names_attention else [])):
            self.part(middle, in_attention=False)

    def part(self, x: Value, *, in_attention: bool) -> tuple[Value, Value]:
        """x + attention(norm(x)), or MLP, with the norms where the family has them; and what is added to x."""
        with self.tape.holding(x):
            read = self.norm(x) if self.layer.norms_before else x
            with self.tape.holding(read):
                made = self.attention(read) if in_attention else self.mlp(read)
            if self.layer.norms_after:
                made = self.norm(made)
            if self.layer.scaled_branches:
                made = self.tape.add([made], [Value(made.numbers, made.width)])
        return self.add(x, made), made

    def add(self, x: Value, branch: Value) -> Value:
        """A sum in the wider dtype; where the branch is narrower its gradient is a cast."""
        return self.tape.add([x, branch], [Value(x.numbers, max(x.width, branch.width))], passes=True)

    def norm(self, x: Value, groups: int = 1) -> Value:
        """Of each token, or of `groups` parts of each."""
        if not self.layer.rms:
            return self.layer_norm(x)
        narrow = x.width < 4  # then input, result and both gradients are there in float32 meanwhile
        return self.tape.add(
            [x],
            [Value(x.numbers, x.width)],
            [x],
            own=4 * self.tokens * groups,
            forward=8 * x.numbers if narrow else 0,
            backward=14 * x.numbers if narrow else 4 * x.numbers,
            whole=True,
        )

    def layer_norm(self, x: Value) -> Value:
        """A card's autocast has it in float32, and the gated families ask for that themselves."""
        as_is = self.on_processor and not self.layer.gated
        read = x if as_is else self.matrices.cast(x, 4)
        made = self.tape.add([read], [Value(x.numbers, read.width)], [read], own=2 * read.width * self.tokens)
        return self.matrices.cast(made, x.width) if self.layer.gated else made

    def attention(self, x: Value) -> Value:
        """Query, key, value; rotated; attention; output."""
        layer = self.layer
        query, key, value = self.query_key_value(x)
        if layer.qk_norm:
            query, key = self.norm(query, layer.heads), self.norm(key, layer.key_heads)
        if layer.rotations:
            query, key = self.rotate(query), self.rotate(key)
        with self.tape.holding(query, key, value):
            said = self.attend(query, key, value)
            return self.matrices.multiply(said, layer.attention[-1])

    def query_key_value(self, x: Value) -> tuple[Value, Value, Value]:
        """As three tensors, as views of one, or copied out of one for each head."""
        layer = self.layer
        if not layer.fused_qkv:
            query, key, value = (self.matrices.multiply(x, linear) for linear in layer.attention[:3])
            return query, key, value
        fused = self.matrices.multiply(x, layer.attention[0])
        of = None if layer.spread_keys else fused
        queries = layer.heads * layer.head_width
        keys = queries if layer.spread_keys else layer.key_heads * layer.head_width
        query, key, value = (Value(self.tokens * width, fused.width, of) for width in (queries, keys, keys))
        self.tape.add([fused], [query, key, value])
        return query, key, value

    def rotate(self, x: Value) -> Value:
        """In the dtype of the angles where that is wider: that of the stream, or always float32."""
        width = max(x.width, 4 if self.layer.float32_angles else self.stream)
        return self.tape.add([x], [Value(x.numbers, width)])

    def attend(self, query: Value, key: Value, value: Value) -> Value:
        """Keeps all three, what it says and the scale of the scores; a mask of all pairs where the family gives one."""
        layer, tape, b = self.layer, self.tape, self.b
        in_float32 = self.on_processor and not layer.masked
        width = 4 if in_float32 else b  # a family with masks calls torch's own
        query, key, value = (self.matrices.cast(each, width) for each in (query, key, value))
        said = Value(self.tokens * layer.heads * layer.head_width, width)
        mask = b * self.tokens * self.longest if layer.masked else 0
        scratch = 0 if self.on_processor else (4 + 2 * b) * query.numbers
        tape.add(
            [query, key, value],
            [said],
            [query, key, value, said],
            own=4 * layer.heads * self.tokens + mask,
            backward=scratch,
        )
        return self.matrices.cast(said, b)

    def mlp(self, x: Value) -> Value:
        """Of the family's kind."""
        layer, multiply = self.layer, self.matrices.multiply
        if layer.experts_per_token:
            return self.experts(x)
        if layer.fused_gate_up:
            gate, up = self.halves(multiply(x, layer.mlp[0]))
            inner = self.times(self.activate(gate), up)
        elif layer.lean_mlp:
            inner = self.times(multiply(x, layer.mlp[0]), multiply(x, layer.mlp[1]))
        elif layer.gated:
            active = self.activate(multiply(x, layer.mlp[0]))
            inner = self.times(active, multiply(x, layer.mlp[1]))
        else:
            inner = multiply(x, layer.mlp[0])
            inner = self.gelu_in_steps(inner) if layer.gelu_in_steps else self.activate(inner)
        return multiply(inner, layer.mlp[-1])

    def halves(self, fused: Value) -> tuple[Value, Value]:
        """Views of both halves."""
        gate, up = (Value(fused.numbers // 2, fused.width, fused) for _ in range(2))
        self.tape.add([fused], [gate, up])
        return gate, up

    def activate(self, x: Value) -> Value:
        """Keeps its input."""
        return self.tape.add([x], [Value(x.numbers, x.width)], [x])

    def times(self, one: Value, other: Value) -> Value:
        """Keeps both factors."""
        return self.tape.add([one, other], [Value(one.numbers, one.width)], [one, other])

    def gelu_in_steps(self, x: Value) -> Value:
        """0.5 x (1 + tanh(c (x + 0.044715 x³))), each step a tensor; a card's autocast has the cube in float32."""
        tape, wide = self.tape, x.width if self.on_processor else 4

        def step(*reads: Value, passes: bool = False) -> Value:
            return tape.add(reads, [Value(x.numbers, max(each.width for each in reads))], passes=passes)

        half = step(x)
        with tape.holding(half):
            read = self.matrices.cast(x, wide)
            cube = tape.add([read], [Value(x.numbers, wide)], [read], backward=wide * x.numbers)
            angle = step(step(x, step(cube), passes=True))
            bent = Value(x.numbers, wide)
            tape.add([angle], [bent], [bent])
            bent = step(bent, passes=True)
        return self.matrices.cast(self.times(half, bent), x.width)

    def experts(self, x: Value) -> Value:
        """Tokens sorted by expert, each of them as often as it has experts; their results weighted and added up."""
        layer, tape, k = self.layer, self.tape, self.layer.experts_per_token
        router, gate_up, down = layer.mlp
        read = self.matrices.cast(x, self.b)
        scores = [read] if self.full or self.matrices.targets(router) else []
        routing = self.routing_bytes(router.outputs)
        tape.add([read], [Value(self.tokens * router.outputs, 4)], scores, own=routing, learns=bool(scores))
        sorted_rows = Value(k * x.numbers, x.width)
        tape.add([x], [sorted_rows], backward=x.bytes)
        fused = Value(2 * layer.inner * self.tokens, x.width)
        self.matrices.multiply_experts(sorted_rows, gate_up, fused)
        gate, up = self.halves(fused)
        inner = self.times(self.activate(gate), up)
        made = Value(k * x.numbers, x.width)
        self.matrices.multiply_experts(inner, down, made)
        weighted = Value(made.numbers, 4)
        products = made.numbers * (4 if made.width == 4 else 6)
        tape.add([made], [weighted], [made], backward=products)
        ordered = Value(made.numbers, 4)
        tape.add([weighted], [ordered], backward=ordered.bytes)
        total = tape.add([ordered], [Value(x.numbers, 4)])
        return self.matrices.cast(total, x.width)

    def routing_bytes(self, experts: int) -> int:
        """Probabilities, their sums and the chosen ones; five orders of the chosen in 64-bit and weights sorted."""
        return self.tokens * (4 * experts + 4 + self.layer.experts_per_token * (4 * 8 + 8))
