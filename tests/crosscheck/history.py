"""Columns of a block over months, with their past: what docs/model calls month 0, prev, YTD and sums of 12 months."""

import numpy as np

from policy import policy_year_label


class History:
    """Every column of one side for a block of trials. A column is a list over months 0..months of arrays [trial]."""

    def __init__(self, policy, first_year, drivers, months, seasons):
        self.policy = policy
        self.drivers = drivers
        self.months = months
        self.seasons = seasons
        self.columns = {}
        years = (months + 11) // 12
        self.parameters = [policy.parameters(policy_year_label(first_year, year)) for year in range(1, years + 1)]

    def at(self, month):
        return Month(self, month)


class Month:
    """One month of a history: read columns and drivers by id, write results by id.

    `month` counts from 1 (April of year 1); 0 is last year's average month or closing balance. `k` is the month of the
    year (1..12) and `y` the year (1, 2, ...).
    """

    def __init__(self, history, month):
        self.history = history
        self.month = month
        self.k = (max(month, 1) - 1) % 12 + 1
        self.y = (max(month, 1) - 1) // 12 + 1

    def __getitem__(self, name):
        return self._value(name, self.month)

    def __setitem__(self, name, value):
        column = self.history.columns.setdefault(name, [None] * (self.history.months + 1))
        if column[self.month] is not None:
            raise AssertionError(f"{name} is written twice in month {self.month}")
        column[self.month] = np.broadcast_to(np.asarray(value, dtype=float), (self.history.drivers.count,))

    def _value(self, name, month):
        column = self.history.columns.get(name)
        if column is None:
            return self.history.drivers.at(name, month)
        if column[month] is None:
            raise KeyError(f"{name} is not there in month {month}")
        return column[month]

    def zero(self, name):
        """The value at month 0; of a driver, what it is in the baseline."""
        return self._value(name, 0)

    def past(self, name, month):
        """The value in any month; before the run it is that of month 0 times the column's profile."""
        if month >= 1:
            return self._value(name, month)
        season = self.history.seasons.get(name)
        return self.zero(name) * (1.0 if season is None else self.history.policy.profile(season, month))

    def prev(self, name):
        """The value of the month before."""
        return self.past(name, self.month - 1)

    def sum12(self, name):
        """Sum of the 12 months that end now."""
        return sum(self.past(name, month) for month in range(self.month - 11, self.month + 1))

    def ytd(self, name):
        """Sum since April, this month included."""
        return sum(self._value(name, month) for month in range(self.month - self.k + 1, self.month + 1))

    def parameter(self, name):
        """A parameter of the policy year in force."""
        return self.history.parameters[self.y - 1][name]

    def parameters(self, prefix):
        """Parameters of a plugin, by name without its prefix."""
        return lambda name: self.parameter(f"{prefix}.{name}")

    def profile(self, name):
        """A profile of the policy in this month; 1 at month 0."""
        return 1.0 if self.month == 0 else self.history.policy.profile(name, self.month)


class Drivers:
    """Drivers of one side: arrays [month, trial] from month 1, what they are at month 0, and constants."""

    def __init__(self, count, monthly, at_zero, constants):
        self.count = count
        self.monthly = monthly
        self.at_zero = at_zero
        self.constants = constants

    def at(self, name, month):
        if name in self.monthly:
            return self.at_zero[name] if month == 0 else self.monthly[name][month - 1]
        return self.constants[name]
