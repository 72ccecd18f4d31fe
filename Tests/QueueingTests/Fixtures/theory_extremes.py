"""Writes theory_extremes.csv: true values for parameters at the edges of each model.

Computed by other routes than the kernel's, with mpmath at 60 digits and more: sums over states,
the incomplete beta function, derivatives of transforms, alternating series at high precision,
Lambert's W, Talbot's inversion; the transient M(t)/M/c by SciPy's matrix exponential and some
tails by a renewal equation with Richardson extrapolation, both good to some 1e-11.
Parameters are the doubles that the JSON text stands for. Run: python3 theory_extremes.py
"""

import json
import os

import numpy
import scipy.linalg
import scipy.special
from mpmath import (binomial, exp, factorial, findroot, fsum, hyp1f1,
                    invertlaplace, lambertw, log, lu_solve, matrix, mp, mpf, mpc, nstr, pi)

mp.dps = 60
rows = []


def add(model, metric, value, **params):
    text = json.dumps(dict(sorted(params.items()))).replace('"', '""')
    rows.append(f'{model},"{text}",{metric},{nstr(mpf(value), 17)}')


def loss(c, a):
    a = mpf(a)
    terms, term = [], mpf(1)
    for n in range(c + 1):
        terms.append(term)
        term = term * a / (n + 1)
    return terms[-1] / fsum(terms)


def erlang_b():
    for c, a in [(1000, 950.0), (1000, 1e6), (1, 0.001), (300, 120.0), (2000, 2100.0)]:
        b = loss(c, a)
        add("erlang_b", "blocking", b, c=c, a=a)
        add("erlang_b", "busy_servers", mpf(a) * (1 - b), c=c, a=a)
    for c, target, near in [(1000, 0.001, 937), (1, 0.9, 9), (300, 1e-6, 225), (40, 0.95, 760)]:
        a = findroot(lambda x: log(loss(c, x) / mpf(target)), (near, near * mpf('1.01')))
        add("erlang_b_inverse", "offered_load", a, c=c, target_blocking=target)


def mmc():
    for c, lam, mu, t, q in [(1000, 999.0, 1.0, 0.7, 0.999), (1, 0.999, 1.0, 1e-6, 0.002),
                             (1000, 700.0, 1.0, 0.001, 0.5), (2, 1.0, 1.0, 3.0, 0.7),
                             (300, 149.5, 0.5, 200.0, 0.9999), (7, 1e-5, 3.0, 0.25, 0.5)]:
        a, l, m = mpf(lam) / mpf(mu), mpf(lam), mpf(mu)
        b = loss(c, a)
        rho = a / c
        p = b / (1 - rho * (1 - b))
        d = c * m - l
        base = dict(c=c, **{"lambda": lam}, mu=mu)
        for name, v in [("p_wait", p), ("wq", p / d), ("w", p / d + 1 / m), ("lq", l * p / d),
                        ("l", l * p / d + a), ("wait_variance", 2 * p / d**2 - (p / d)**2)]:
            add("mmc", name, v, **base)
        tt = mpf(t)
        add("mmc", "p_wait_gt_t", p * exp(-d * tt), t=t, **base)
        add("mmc", "service_level", 1 - p * exp(-d * tt), t=t, **base)
        pair = (1 + m * tt) * exp(-m * tt) if d == m else (
            (m * exp(-d * tt) - d * exp(-m * tt)) / (m - d))
        add("mmc", "p_sojourn_gt_t", (1 - p) * exp(-m * tt) + p * pair, t=t, **base)
        add("mmc", "wait_quantile", max(mpf(0), log(p / (1 - mpf(q))) / d), q=q, **base)


def mmck():
    for c, k, lam, mu in [(1000, 1500, 1200.0, 1.0), (1, 2000, 2.0, 1.0), (10, 10, 7.0, 1.0),
                          (1, 3000, 1.0, 1.0), (50, 60, 5.0, 1.0)]:
        w = [mpf(1)]
        for n in range(1, k + 1):
            w.append(w[-1] * mpf(lam) / (mpf(mu) * min(n, c)))
        s = fsum(w)
        base = dict(c=c, K=k, **{"lambda": lam}, mu=mu)
        lq = fsum((n - c) * w[n] for n in range(c, k + 1)) / s
        thr = mpf(lam) * fsum(w[:-1]) / s
        add("mmck", "blocking", w[-1] / s, **base)
        add("mmck", "lq", lq, **base)
        add("mmck", "wq_accepted", lq / thr, **base)
        add("mmck", "p_wait_accepted", fsum(w[c:-1]) / fsum(w[:-1]), **base)
        add("mmck", "throughput", thr, **base)


def erlang_a():
    for c, lam, mu, theta, t, states in [
            (1000, 1100.0, 1.0, 0.5, 0.1, 900), (10, 9.0, 1.0, 0.001, 2.0, 900),
            (25, 40.0, 0.5, 0.1, 3.0, 900), (1, 50.0, 1.0, 0.05, 1.0, 1900),
            (4, 2.0, 1.0, 80.0, 0.01, 60), (200, 150.0, 1.0, 0.3, 0.02, 500),
            (3, 5.0, 1.0, 0.2, 60.0, 400)]:
        l, m, th, tt = mpf(lam), mpf(mu), mpf(theta), mpf(t)
        w = [mpf(1)]
        for n in range(1, c + states):
            w.append(w[-1] * l / (m * min(n, c) + th * max(0, n - c)))
        s = fsum(w)
        assert w[-1] / s < mpf(10)**-25
        q = [x / s for x in w[c:]]
        shape = c * m / th
        pw = fsum(q)
        pab = th * fsum(j * x for j, x in enumerate(q)) / l
        base = dict(c=c, **{"lambda": lam}, mu=mu, theta=theta)
        gone, ewa, prod_log = mpf(0), mpf(0), mpf(0)
        # E[R; R < V] from the transform of V and its logarithmic derivative at theta.
        for j, x in enumerate(q):
            stay = c * m / (c * m + (j + 1) * th)
            prod_log += 1 / (c * m + j * th + th)
            ewa += x * ((1 - stay) / th - stay * prod_log)
            gone += x * (1 - stay)
        wq = pab / th
        for name, v in [("p_wait", pw), ("p_abandon", pab), ("p_abandon_given_wait", pab / pw),
                        ("wq", wq), ("wq_abandoned", ewa / gone),
                        ("wq_served", (wq - ewa) / (1 - pab)), ("lq", l * wq),
                        ("utilization", l * (1 - pab) / (c * m))]:
            add("mmc_m", name, v, **base)
        # P(V > t) and the served share by a recurrence of the incomplete beta function, with
        # the digits that its differences cost.
        mp.dps = 800
        u = exp(-th * tt)
        virtual, served = mpf(0), mpf(0)
        term, hterm = u**shape, u**(shape + 1)
        tail, head = term, 1 - hterm
        for j, x in enumerate(q):
            if j > 0:
                term = term * (1 - u) * (shape + j - 1) / j
                hterm = hterm * (1 - u) * (shape + j) / j
                tail, head = tail + term, head - hterm
            virtual += x * tail
            served += x * c * m / (c * m + (j + 1) * th) * head
        mp.dps = 60
        add("mmc_m", "virtual_wait_gt_t", virtual, t=t, **base)
        add("mmc_m", "p_wait_gt_t", virtual * u, t=t, **base)
        add("mmc_m", "served_within_t", fsum(w[:c]) / s + served, t=t, **base)


def md1_tail():
    mp.dps = 400
    for lam, d, t in [(0.999, 1.0, 30.5), (0.5, 2.0 / 1.5, 3.0), (0.3, 1.0, 12.25),
                      (0.9, 1.0, 100.0), (0.05, 1.0, 0.5), (0.8, 0.25, 1e-9)]:
        l, dd, x = mpf(lam), mpf(d), mpf(t)
        k, total = 0, mpf(0)
        while k * dd <= x:
            y = l * (k * dd - x)
            total += (y**k if k else 1) / factorial(k) * exp(-y)
            k += 1
        add("mg1", "p_wait_gt_t", 1 - (1 - l * dd) * total, service="deterministic", d=d, t=t,
            **{"lambda": lam})
    mp.dps = 60


def uniform_tail():
    mp.dps = 150
    for lam, lo, hi, t in [(0.8, 0.5, 1.5, 0.3), (0.8, 0.5, 1.5, 7.0), (0.9, 0.0, 2.0, 3.5),
                           (0.4, 0.0, 2.0, 9.0), (0.95, 0.98, 1.02, 4.01), (0.3, 1.0, 3.0, 2.5)]:
        l, a, b, x = mpf(lam), mpf(lo), mpf(hi), mpf(t)
        kappa = l / (b - a)
        total, n = mpf(0), 0
        while True:
            part = mpf(0)
            for j in range(n + 1):
                y = x - (n - j) * a - j * b
                if y > 0:
                    part += (binomial(n, j) * (-1)**j * y**(2 * n) / factorial(2 * n)
                             * hyp1f1(n + 1, 2 * n + 1, l * y))
            term = (-kappa)**n * part
            total += term
            n += 1
            if n * a > x or (n > 3 and abs(term) < mpf(10)**-60):
                break
        add("mg1", "p_wait_gt_t", 1 - (1 - l * (a + b) / 2) * total, service="uniform", lo=lo,
            hi=hi, t=t, **{"lambda": lam})
    mp.dps = 60


def transform_tails():
    mp.dps = 40

    def put(lam, average, beta, t, **extra):
        l = mpf(lam)
        rho = l * average

        def tail(s):
            rest = (1 - beta(s)) / (s * average)
            return rho * (1 - rest) / (s * (1 - rho * rest))
        value = invertlaplace(tail, mpf(t), method='talbot', degree=240)
        add("mg1", "p_wait_gt_t", value, t=t, **{"lambda": lam}, **extra)

    for lam, k, mean, t in [(0.8, 4, 1.0, 2.0), (0.95, 2, 1.0, 40.0), (0.5, 10, 1.5, 0.01)]:
        put(lam, mpf(mean), lambda s: (1 + s * mpf(mean) / k)**(-k), t, service="erlang", k=k,
            mean=mean)
    for lam, p, r, t in [(0.6, [0.3, 0.7], [0.4, 3.0], 5.0),
                         (0.5, [0.999, 0.001], [2.0, 0.002], 300.0)]:
        ps, rs = [mpf(x) for x in p], [mpf(x) for x in r]
        ps = [x / fsum(ps) for x in ps]
        put(lam, fsum(x / y for x, y in zip(ps, rs)),
            lambda s: fsum(x * y / (y + s) for x, y in zip(ps, rs)), t, service="hyperexp", p=p,
            rates=r)
    for lam, mean, scv, t in [(0.45, 2.0, 0.4, 3.0), (0.7, 1.0, 3.0, 0.5), (0.7, 1.0, 3.0, 60.0),
                              (0.9, 1.0, 1.7, 200.0), (0.3, 1.0, 0.7, 12.0)]:
        sh = 1 / mpf(scv)
        put(lam, mpf(mean), lambda s: (1 + s * mpf(mean) * mpf(scv))**(-sh), t, service="gamma",
            mean=mean, scv=scv)
    mp.dps = 60


def renewal_tail(lam, mean, t, service_tail, rest_of):
    """V(x) = lam rest(x) + lam (V * tail)(x) by the trapezoidal rule, extrapolated."""
    levels = []
    for size in [1024, 2048, 4096, 8192, 16384]:
        h = t / size
        x = numpy.arange(size + 1) * h
        with numpy.errstate(divide='ignore'):
            tail, rest = service_tail(x), rest_of(x)
        v = numpy.empty(size + 1)
        v[0] = lam * mean
        for i in range(1, size + 1):
            conv = numpy.dot(v[1:i], tail[i - 1:0:-1]) + v[0] * tail[i] / 2
            v[i] = lam * (rest[i] + h * conv) / (1 - lam * h * tail[0] / 2)
        levels.append(v[size])
    for order in range(1, len(levels)):
        f = 4.0**order
        levels = [(f * y - x) / (f - 1) for x, y in zip(levels, levels[1:])]
    return levels[-1]


def renewal_tails():
    # The integrated tails are partial expectations: of the same law with another parameter.
    for lam, mean, scv, t in [(0.7, 1.0, 4.0, 2.0), (0.7, 1.0, 4.0, 10.0), (0.8, 1.0, 0.25, 3.0),
                              (0.4, 2.0, 1.0, 1.0), (0.7, 1.0, 1.0, 8.0), (0.9, 1.0, 0.02, 6.0)]:
        var = numpy.log1p(scv)
        width, mu = numpy.sqrt(2 * var), numpy.log(mean) - var / 2

        def tail(x):
            return scipy.special.erfc((numpy.log(x) - mu) / width) / 2

        def rest(x):
            return mean * scipy.special.erfc((numpy.log(x) - mu - var) / width) / 2 - x * tail(x)
        add("mg1", "p_wait_gt_t", renewal_tail(lam, mean, t, tail, rest), service="lognormal",
            mean=mean, scv=scv, t=t, **{"lambda": lam})
    for lam, scv, t in [(0.9, 0.013, 5.0), (0.3, 0.013, 3.7)]:
        shape = 1 / scv

        def tail(x):
            return scipy.special.gammaincc(shape, x / scv)

        def rest(x):
            return scipy.special.gammaincc(shape + 1, x / scv) - x * tail(x)
        add("mg1", "p_wait_gt_t", renewal_tail(lam, 1.0, t, tail, rest), service="gamma",
            mean=1.0, scv=scv, t=t, **{"lambda": lam})


def mdc():
    for c, lam, d in [(1000, 999.0, 1.0), (100, 99.9, 1.0), (50, 40.0, 1.0), (2, 0.5, 1.0),
                      (3, 5.9, 0.5), (20, 12.0, 1.0), (2, 1.998, 1.0), (200, 190.0, 1.0)]:
        a = mpf(lam) * mpf(d)
        rho = a / c
        total = (a**2 - c * (c - 1)) / (2 * (c - a))
        for k in range(1, c):
            turn = exp(mpc(0, 2) * pi * k / c)
            total += (1 / (1 + lambertw(-rho * exp(-rho) * turn) / rho)).real
        add("mdc", "wq", total / mpf(lam), c=c, d=d, **{"lambda": lam})


def gim1():
    def put(transform, lam, mu, start, **extra):
        m = mpf(mu)
        sigma = findroot(lambda z: transform(m * (1 - z)) - z, mpf(start))
        assert sigma < 1 - mpf(10)**-12
        for name, v in [("sigma", sigma), ("wq", sigma / (m * (1 - sigma))),
                        ("p_wait_gt_2", sigma * exp(-2 * m * (1 - sigma)))]:
            add("gim1", name, v, mu=mu, **{"lambda": lam}, **extra)

    for lam, start in [(0.999, 0.998), (0.05, 1e-9), (0.6, 0.3)]:
        put(lambda s: exp(-s / mpf(lam)), lam, 1.0, start, arrivals="deterministic")
    for lam, k, start in [(0.2, 3, 0.02), (0.995, 8, 0.991)]:
        put(lambda s: (1 + s / (k * mpf(lam)))**(-k), lam, 1.0, start, arrivals="erlang", k=k)
    p, r = [0.1, 0.9], [0.05, 4.0]
    lam = 1 / (0.1 / 0.05 + 0.9 / 4.0)
    put(lambda s: fsum(mpf(x) * y / (y + s) for x, y in zip(p, r)), lam, 0.5, 0.93,
        arrivals="hyperexp", p=p, rates=r)


def finite_source():
    for c, n, lam, mu in [(50, 1000, 0.06, 1.0), (1, 1, 0.3, 2.0), (5, 400, 2.0, 1.0),
                          (30, 200, 0.01, 1.0)]:
        w = [mpf(1)]
        for i in range(n):
            w.append(w[-1] * (n - i) * mpf(lam) / (mpf(mu) * min(i + 1, c)))
        s = fsum(w)
        size = fsum(i * x for i, x in enumerate(w)) / s
        thr = mpf(lam) * (n - size)
        base = dict(c=c, N=n, lambda_each=lam, mu=mu)
        add("finite_source", "l", size, **base)
        add("finite_source", "throughput", thr, **base)
        if c < n:
            add("finite_source", "wq", size / thr - 1 / mpf(mu), **base)


def jackson():
    ext = [1.0, 0.5, 0.0, 2.0]
    routing = [[0.1, 0.3, 0.2, 0.1], [0.0, 0.2, 0.5, 0.1], [0.3, 0.3, 0.0, 0.3],
               [0.25, 0.25, 0.25, 0.1]]
    c, mu = [10, 3, 40, 400], [0.75, 3.0, 0.25, 0.0157]
    flow = lu_solve(matrix(4, 4) + mp.eye(4) - matrix(routing).T, matrix(ext))
    total = mpf(0)
    base = dict(ext=ext, routing=routing, c=c, mu=mu)
    for i in range(4):
        a = flow[i] / mpf(mu[i])
        rho = a / c[i]
        assert rho < 1, rho
        b = loss(c[i], a)
        p = b / (1 - rho * (1 - b))
        wq = p / (c[i] * mpf(mu[i]) - flow[i])
        total += flow[i] * wq + a
        add("jackson", "throughput", flow[i], station=i, **base)
        add("jackson", "wq", wq, station=i, **base)
        add("jackson", "l", flow[i] * wq + a, station=i, **base)
    add("jackson", "total_l", total, **base)
    add("jackson", "total_sojourn", total / fsum(mpf(x) for x in ext), **base)


def mm1_transient():
    for lam, n in [(1.2, 150), (0.999, 300), (0.01, 6), (1.0, 100), (0.3, 200)]:
        l, m = mpf(lam), mpf(1)
        p, q = l / (l + m), m / (l + m)
        delays, total = [mpf(0)], mpf(0)
        for i in range(1, n):
            total += fsum(binomial(i - 1 + j, j) * q**j * (i - j) for j in range(i)) * p**i / i / m
            delays.append(total)
        base = dict(mu=1.0, n=n, start="empty", **{"lambda": lam})
        add("mm1_transient", "mean_delay_nth", total, **base)
        add("mm1_transient", "mean_delay_first_n", fsum(delays) / n, **base)


def mt_mmc():
    for c, mu, blocks, t, size in [(2, 1.0, [[1.5, 3], [3, 2], [0, 4]], 6.5, 90),
                                   (60, 1.0, [[40, 2], [90, 1.5], [20, 4]], 3.0, 260),
                                   (1, 2.0, [[1.9, 50]], 50.0, 700),
                                   (12, 0.25, [[2, 6], [5, 3], [1, 3]], 10.0, 150),
                                   (3, 1.0, [[1, 0.01]], 0.01, 20)]:
        p = numpy.zeros(size + 2)
        p[0] = 1
        left, arrivals = t, 0.0
        for lam, span in blocks:
            span = min(span, left)
            if span <= 0:
                break
            g = numpy.zeros((size + 2, size + 2))
            for n in range(size + 1):
                if n < size:
                    g[n, n + 1] += lam
                    g[n, n] -= lam
                if n > 0:
                    g[n, n - 1] += min(n, c) * mu
                    g[n, n] -= min(n, c) * mu
                g[n, size + 1] = max(0, n - c)
            for _ in range(4):
                p = p @ scipy.linalg.expm(g * span / 4)
            arrivals += lam * span
            left -= span
        n = numpy.arange(size + 1)
        base = dict(c=c, mu=mu, blocks=blocks, t=t, start="empty")
        if t > 1:
            add("mt_mmc", "mean_in_queue", numpy.maximum(n - c, 0) @ p[:-1], **base)
            add("mt_mmc", "p_all_busy", p[c:-1].sum(), **base)
            add("mt_mmc", "mean_queue_area_per_arrival_so_far", p[-1] / arrivals, **base)
        add("mt_mmc", "mean_in_system", n @ p[:-1], **base)


for family in [erlang_b, mmc, mmck, erlang_a, md1_tail, uniform_tail, transform_tails,
               renewal_tails, mdc, gim1, finite_source, jackson, mm1_transient, mt_mmc]:
    family()

here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, "theory_extremes.csv"), "w") as out:
    out.write("# True values off the shipped table, made by theory_extremes.py with mpmath.\n")
    out.write("model,params,metric,value\n")
    out.write("\n".join(rows) + "\n")
