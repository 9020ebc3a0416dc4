"""The whole model of one side for one block of trials: run(inputs, drivers, months) -> history and ratings."""

from dataclasses import dataclass, field

import actuals
import beds
import cash
import clinical
import corporate
import finance_metrics
import finance_score
import finance_zero
import fund
import people
import people_zero
import plan
import publication
import rating
import savings
import statement
import support
from history import History


@dataclass
class Inputs:
    """What a run takes that is not drawn: policy, first policy year, peer medians by metric, publication lag."""

    policy: object
    first_year: str
    peers: dict
    lagged: bool = True
    figure_months: dict = field(default_factory=dict)


SEASONS = {**clinical.SEASONS, **people.SEASONS, **support.SEASONS, **corporate.SEASONS, **cash.SEASONS}


def month_zero(m):
    clinical.month_zero(m)
    support.month_zero(m)
    finance_zero.nothing_yet(m)
    savings.month_zero(m)
    finance_zero.margins(m)
    finance_zero.income(m)
    finance_zero.forecast(m)
    people_zero.month_zero(m)
    corporate.month_zero(m)
    clinical.month_zero_income(m)
    finance_zero.capital(m)
    finance_zero.balance(m)
    finance_zero.agency(m)
    actuals.month_zero(m)


def month(m):
    """Phase 1: what the trust does in a month."""
    plan.prices(m)
    for step in (clinical.demand, clinical.emergencies, beds.beds, beds.planned_work, clinical.output, beds.income,
                 support.tests, support.medicines, plan.cost_pressures, savings.planned, plan.plan, savings.savings,
                 statement.pressures, people.prices):
        step(m)
    for group in people.GROUPS:
        people.staff(m, group)
        people.cover(m, group)
    people.held(m)
    for group in people.GROUPS:
        people.working(m, group)
        people.pay(m, group)
    for step in (people.totals, corporate.estate, corporate.nonpay, statement.one_off_benefits, statement.income,
                 statement.result, actuals.agency, fund.fund, fund.underlying, cash.working_balances, cash.cash,
                 cash.balance_sheet, clinical.metrics, people.metrics, support.metrics, corporate.metrics,
                 finance_metrics.metrics, finance_metrics.finance_score):
        step(m)


def scores(m, inputs):
    """Phase 2: what is published, and what assessors make of it."""
    policy = inputs.policy
    publication.publish(m, policy.metrics, inputs.peers, policy.table["cost_index"], inputs.lagged,
                        inputs.figure_months)
    for kloe in (clinical, people, support, corporate, finance_score):
        kloe.score(m)


@dataclass
class Outcome:
    """Columns by id as lists over months 0..months of arrays [trial]; latents, ratings, limiters by month from 1."""

    history: History
    latents: list
    ratings: list
    limiters: list


def run(inputs, drivers, months):
    """All columns of `drivers.count` trials. No input or output of files."""
    history = History(inputs.policy, inputs.first_year, drivers, months, SEASONS)
    history.polarity = {row["id"]: 1 if row["better"] == "high" else -1 for row in inputs.policy.metrics}
    month_zero(history.at(0))
    outcome = Outcome(history, [], [], [])
    for number in range(1, months + 1):
        m = history.at(number)
        month(m)
        scores(m, inputs)
        latent, grade, fired = rating.grade(m)
        outcome.latents.append(latent)
        outcome.ratings.append(grade)
        outcome.limiters.append(fired)
    return outcome
