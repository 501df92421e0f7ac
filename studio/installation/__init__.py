"""How the program's Python comes to be: its packages, the PyTorch that fits the card, a proof that it works.

What a bare Python has to run (`torch_build`, `reasons`, `commands`, `packages`, `make`, `checkout`) needs the standard
library only; the rest is for those who look on.
"""
