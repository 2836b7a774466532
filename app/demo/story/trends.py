# SPDX-License-Identifier: Apache-2.0
"""Dates and values of repeated measurements: anchor points with a little natural noise."""

import datetime as dt


CLOSED = ((1, 1), (5, 1), (12, 24), (12, 25), (12, 26))  # no blood is taken on these days


def day_number(text):
    return dt.date.fromisoformat(text).toordinal()


def on_curve(anchors, day, rng, noise, digits):
    """Linear between the anchor points (date, value), plus Gaussian noise as a fraction of the value.

    On the day of an anchor the value is the anchor's own: letters quote these values.
    """
    if day in dict(anchors):
        return dict(anchors)[day]
    x = day_number(day)
    points = [(day_number(date), value) for date, value in anchors]
    if x <= points[0][0]:
        base = points[0][1]
    elif x >= points[-1][0]:
        base = points[-1][1]
    else:
        base = next(y0 + (y1 - y0) * (x - x0) / (x1 - x0)
                    for (x0, y0), (x1, y1) in zip(points, points[1:]) if x0 <= x <= x1)
    value = round(base * (1 + rng.gauss(0, noise)), digits)
    return int(value) if digits == 0 else value


def visit_days(first, last, every, rng, jitter=9):
    """Working days about `every` days apart, as a recall system would give them."""
    day, end = day_number(first), day_number(last)
    days = []
    while day <= end:
        date = dt.date.fromordinal(min(day + rng.randint(-jitter, jitter) if days else day, end))
        while date.weekday() > 4 or (date.month, date.day) in CLOSED:
            date -= dt.timedelta(days=1)
        days.append(date.isoformat())
        day += every
    if days[-1] != last:
        days.append(last)
    return days


def age_on(born, day):
    return (day_number(day) - day_number(born)) / 365.25


def egfr(creatinine, born, day, female):
    """CKD-EPI 2021 without race (Inker et al., N Engl J Med 2021;385:1737), mL/min/1.73 m²."""
    kappa, alpha, factor = (0.7, -0.241, 1.012) if female else (0.9, -0.302, 1.0)
    ratio = creatinine / kappa
    value = 142 * min(ratio, 1) ** alpha * max(ratio, 1) ** -1.2 * 0.9938 ** age_on(born, day) * factor
    return round(value)
