"""The one big batch, by transformers and torch alone: what every way of splitting is compared with."""

import numpy as np
import torch
import torch.nn.functional as F


def one_big_batch(store, examples):
    """(b, s) token ids, attention mask and labels, padded on the right."""
    rows = [torch.from_numpy(store.tokens(int(i)).astype(np.int64)) for i in examples]
    longest = max(len(row) for row in rows)
    ids, mask = torch.zeros(len(rows), longest, dtype=torch.long), torch.zeros(len(rows), longest, dtype=torch.long)
    labels = torch.full((len(rows), longest), -100)
    for number, (row, example) in enumerate(zip(rows, examples, strict=True)):
        ids[number, : len(row)], mask[number, : len(row)] = row, 1
        targets = torch.from_numpy(np.array(store.targets(int(example))))
        labels[number, : len(row)] = torch.where(targets, row, torch.tensor(-100))
    return ids, mask, labels


def plain_loss(training, update=1, **more):
    """The loss of an update by transformers' own loss on one padded batch with an attention mask."""
    ids, mask, labels = one_big_batch(training.store, training.batches[update].examples)
    return training.model(input_ids=ids, attention_mask=mask, labels=labels, **more).loss


def summed_loss(model, store, examples, *, label_smoothing=0.0):
    """Cross-entropy summed over all targets, and their number; in the model's own precision."""
    ids, mask, labels = one_big_batch(store, examples)
    scores = model(input_ids=ids, attention_mask=mask).logits[:, :-1].flatten(0, 1)
    wanted = labels[:, 1:].flatten()
    loss = F.cross_entropy(scores, wanted, reduction="sum", label_smoothing=label_smoothing, ignore_index=-100)
    return loss, int((wanted != -100).sum())


def take_gradient(training):
    """(all parameters,) what backward left, which is then cleared."""
    gradient = torch.cat([p.grad.flatten().clone() for p in training.learns if p.grad is not None])
    training.optimizer.zero_grad(set_to_none=True)
    return gradient


def plain_gradient(training, update=1, **more):
    """(all parameters,) the gradient of an update by transformers' own loss, without dropout."""
    training.model.eval()
    plain_loss(training, update, **more).backward()
    return take_gradient(training)


def relative(a, b):
    return float((a - b).norm() / b.norm())
