"""Reads result files (schema/result-format.md) and builds the model's inputs from them."""

import h5py
import numpy as np

import facts
from history import Drivers
from model import Inputs
from policy import Policy


def words(dataset):
    return [text.decode() for text in dataset[:]]


class Result:
    """A run of one trust, kept with `--keep all`."""

    def __init__(self, path, data):
        self.file = h5py.File(path, "r")
        self.months = int(self.file.attrs["months"])
        self.assessment_month = int(self.file.attrs["assessment_month"])
        self.trials = int(self.file.attrs["trials"])
        self.seed = int(self.file.attrs["seed"])
        self.sides = words(self.file["scenario"])
        self.drivers = words(self.file["driver"])
        self.monthly = dict(zip(self.drivers, self.file["driver_monthly"][:]))
        texts = dict(zip(words(self.file["provenance/input_role"]), words(self.file["provenance/input_text"])))
        self.scenario_text = texts["scenario"]
        self.policy = Policy(texts["policy"])
        self.fields = facts.read_fields(data)
        self.trust = facts.read_trust(texts["trust"], self.fields)
        self.trust.quality = facts.published_quality(texts.get("published", ""))
        self.data = data
        self.leads = {}  # months that each lever takes to act: no file has them

    def inputs(self):
        peers = facts.peer_medians(self.trust, self.policy, self.data, self.fields)
        first = self.trust.policy_year or self.policy.table["default_year"]
        return Inputs(self.policy, first, peers, figure_months=facts.figure_months(self.trust, first))

    def block(self, side, trials, constants):
        """Drivers of one side over a slice of trials; `constants` has those that never vary.

        A driver is at month 0 what it is in the baseline's first months. One that is drawn every month (the first two
        differ) is not read at month 0; no scheme of this folder's trusts acts before month 3.
        """
        values = self.file["driver_value"][side, 0, :, :, trials]
        baseline = values if side == 0 else self.file["driver_value"][0, 0, :, :, trials]
        monthly = {name: values[i] for i, name in enumerate(self.drivers)}
        at_zero = {name: baseline[i, 0] for i, name in enumerate(self.drivers)
                   if np.all(baseline[i, :2] == baseline[i, 0])}
        return Drivers(values.shape[2], monthly, at_zero, {**self.trust_constants(), **constants})

    def trust_constants(self):
        return facts.constants(self.trust, self.policy, self.fields)

    def distributions(self):
        """Default distribution of each stored driver, as text."""
        catalogue = self.file["catalogue"]
        return dict(zip(words(catalogue["id"]), words(catalogue["distribution"])))

    def stored(self, side, trials):
        """Stored columns by id: arrays [month, trial]."""
        found = {}
        for axis, array, name in (("metric", "metric_value", "{}"), ("quantity", "quantity_value", "{}"),
                                  ("kloe", "score", "{}.score")):
            values = self.file[array][side, 0, :, :, trials]
            found.update({name.format(label): values[i] for i, label in enumerate(words(self.file[axis]))})
        return found
