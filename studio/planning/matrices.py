"""Products with the matrices of a layer as they go on a tape: learning, frozen, compressed, or with an adapter beside.

After studio/engine/lean.py and quantize.py, and after peft's layers where those of the engine cannot stand.
"""

from __future__ import annotations

from studio.job import Full, Lora, Method
from studio.planning.layers import Layer, Linear
from studio.planning.tape import Tape, Value


class Matrices:
    """Puts products on `tape`; `b`: bytes of the compute dtype, in which `divided` matrices are put together."""

    def __init__(
        self, tape: Tape, layer: Layer, method: Method, b: int, *, on_processor: bool, divided: bool = False
    ) -> None:
        self._tape, self._layer, self._method, self._b = tape, layer, method, b
        self._on_processor, self._divided = on_processor, divided
        self._in_python = on_processor and b == 4
        """Whether plain products may be the engine's own."""
        self._targets = frozenset(layer.targets(method)) if isinstance(method, Lora) else frozenset[Linear]()

    def multiply(self, x: Value, linear: Linear) -> Value:
        """What the matrix makes of `x`."""
        match self._method:
            case Full():
                return self._learning(x, linear)
            case Lora() as method if linear not in self._targets:
                return self._frozen(x, linear, method)
            case Lora() as method if self._is_lean(linear, method):
                return self._lean(x, linear, method)
            case Lora() as method:
                with self._tape.holding(x):
                    return self._peft(x, linear, method)

    def multiply_experts(self, x: Value, linear: Linear, made: Value) -> None:
        """Of all experts at once, in the dtype of `x`; an adapter is added to a copy of their weights first."""
        if isinstance(self._method, Full):
            self._tape.add([x, self._weight(linear)], [made], [x])
        elif self.targets(linear):
            thin = self._method.rank * linear.ranks * linear.copies * (linear.inputs + linear.outputs)
            weight = Value(linear.size, self._b)
            self._tape.add([], [weight], own=self._b * thin if self._b < 4 else 0, learns=True)
            self._tape.add([x, weight], [made], [x, weight])
        else:
            self._tape.add([x], [made])

    def targets(self, linear: Linear) -> bool:
        """Whether the matrix has an adapter."""
        return linear in self._targets

    def cast(self, x: Value, width: int, *, cached: bool = False) -> Value:
        """`x` in numbers of `width` bytes; itself where it has them already."""
        if x.width == width:
            return x
        cast = Value(x.numbers, width)
        if cached:
            self._tape.cached += cast.bytes
        return self._tape.add([x], [cast])

    def _out(self, x: Value, linear: Linear) -> Value:
        return Value(x.numbers // linear.inputs * linear.outputs, self._b)

    def _is_lean(self, linear: Linear, method: Lora) -> bool:
        """Whether the engine's own adapter stands there rather than peft's."""
        plain = not (method.dropout or method.decomposed or method.quantization)
        return plain and bool(linear.name) and self._layer.plain_linears

    def _learning(self, x: Value, linear: Linear) -> Value:
        """Under autocast both are cast, and the casts kept."""
        low = self.cast(x, self._b)
        cached = self._layer.matrices_as_they_are
        stored = self._weight(linear)
        weight = self.cast(stored, self._b, cached=cached)
        keeps, plain = [low] if weight is stored else [low, weight], self._in_python and self._layer.plain_linears
        return self._tape.add([low, weight], [self._out(x, linear)], keeps, whole=plain, views=True)

    def _weight(self, linear: Linear) -> Value:
        """A matrix that learns. Where it was put together its gradient joins no sum before the layer is done."""
        return Value(linear.size, self._b if self._divided else 4, leaf=not self._divided)

    def _frozen(self, x: Value, linear: Linear, method: Lora) -> Value:
        restored = self._b * linear.size if method.quantization and linear.name else 0
        low = self.cast(x, self._b)
        made, whole = self._out(x, linear), (self._in_python and self._layer.plain_linears) or bool(restored)
        return self._tape.add([low], [made], forward=restored, backward=restored, whole=whole, weighs=True, views=True)

    def _lean(self, x: Value, linear: Linear, method: Lora) -> Value:
        """One operation: keeps what it read, what flows between its thin matrices, and these in the compute dtype."""
        between = self._b * method.rank * (x.numbers // linear.inputs)
        thin = method.rank * (linear.inputs + linear.outputs)
        own = between + (self._b * thin if self._b < 4 else 0)
        own += 0 if x.width == self._b else self._b * x.numbers  # a cast of its own
        keeps = [x] if x.width == self._b else []
        gradients = between + 4 * thin
        made = self._out(x, linear)
        views = x.width == self._b
        return self._tape.add([x], [made], keeps, own=own, backward=gradients, whole=True, views=views, learns=True)

    def _peft(self, x: Value, linear: Linear, method: Lora) -> Value:
        """The frozen product, and beside it in float32 what the adapter reads, which autocast brings down again.

        Beside compressed weights a card's autocast is trusted with that, and 4-bit ones have their product copied.
        """
        tape, b = self._tape, self._b
        base = self._frozen(x, linear, method)
        if method.quantization in ("nf4", "nf4-double") and linear.name:
            base = tape.add([base], [Value(base.numbers, b)])
        trusted = method.quantization is not None and not self._on_processor
        read = x if trusted else self.cast(x, 4)
        with tape.holding(read, base):
            if method.dropout:
                read = self._drop_some(read)
            if method.decomposed:
                return self._decomposed(base, read, linear, method)
            delta = self._adapter(read, linear, method)
            scaled = tape.add([delta], [Value(delta.numbers, b)])
        with tape.holding(read):
            return tape.add([base, scaled], [Value(base.numbers, b)], passes=True)

    def _drop_some(self, x: Value) -> Value:
        """torch's dropout for processors keeps a mask in the dtype of its input; a card's one of bytes."""
        mask = x.numbers * (x.width if self._on_processor else 1)
        return self._tape.add([x], [Value(x.numbers, x.width)], own=mask, forward=mask)

    def _adapter(self, x: Value, linear: Linear, method: Lora) -> Value:
        between = self._thin(self.cast(x, self._b), method.rank, linear.inputs)
        return self._thin(between, linear.outputs, method.rank)

    def _thin(self, x: Value, outputs: int, inputs: int) -> Value:
        weight = self.cast(Value(outputs * inputs, 4, leaf=True), self._b, cached=True)
        made = Value(x.numbers // inputs * outputs, self._b)
        keeps = [x] if weight.leaf else [x, weight]
        return self._tape.add([x, weight], [made], keeps, whole=self._in_python, views=True)

    def _decomposed(self, base: Value, x: Value, linear: Linear, method: Lora) -> Value:
        """Both parts of the output in float32, each times a number per output that learns (DoRA, Liu et al. 2024)."""
        tape, b = self._tape, self._b
        size = linear.inputs * linear.outputs
        change = Value(8 * size + b * linear.inputs**2, 1, learns=False)
        """Of the weights, and these in float32; made from a unit matrix, and both added up for their length."""
        tape.add([], [change], forward=8 * size + 4 * linear.inputs**2)
        with tape.holding(base, change):
            delta = self._adapter(x, linear, method)
            if method.dropout:  # the frozen product is worked out once more, for what dropout has left
                weight = b * size if b < 4 else 0
                plain = tape.add([self.cast(x, b)], [Value(base.numbers, b)], own=weight, views=True)
            else:
                plain = tape.add([base], [Value(base.numbers, b)], passes=True) if self._layer.biased else base
            first = self._times_length(plain)
            with tape.holding(first, delta):
                second = self._times_length(delta)
                second = tape.add([second], [Value(base.numbers, 4)])
            both = tape.add([first, second], [Value(base.numbers, 4)], passes=True)
            result = tape.add([base, both], [Value(base.numbers, 4)], passes=True)
        return self.cast(result, b)

    def _times_length(self, output: Value) -> Value:
        """Two products in float32 on the way back: that with the output is summed, and then the other one cast."""
        scratch = (4 if output.width == 4 else 6) * output.numbers
        return self._tape.add([output], [Value(output.numbers, 4)], [output], backward=scratch, learns=True)
