"""Planets that attract each other, per step."""

from measure import measure

STEPS = 3_000


def bodies():
    return [
        ([0.0, 0.0, 0.0], [0.0, 0.0, 0.0], 39.47),
        ([4.84, -1.16, -0.10], [0.6, 2.8, -0.02], 0.037),
        ([8.34, 4.12, -0.4], [-1.01, 1.81, 0.008], 0.011),
        ([12.89, -15.11, -0.22], [1.08, 0.86, -0.01], 0.0017),
        ([15.37, -25.9, 0.17], [0.97, 0.59, -0.03], 0.002),
    ]


def advance(system, pairs, dt, steps):
    for _ in range(steps):
        for (p, v, m), (q, w, n) in pairs:
            dx, dy, dz = p[0] - q[0], p[1] - q[1], p[2] - q[2]
            strength = dt * (dx * dx + dy * dy + dz * dz) ** -1.5
            v[0] -= dx * n * strength
            v[1] -= dy * n * strength
            v[2] -= dz * n * strength
            w[0] += dx * m * strength
            w[1] += dy * m * strength
            w[2] += dz * m * strength
        for place, speed, _ in system:
            place[0] += dt * speed[0]
            place[1] += dt * speed[1]
            place[2] += dt * speed[2]


def work():
    system = bodies()
    pairs = [(a, b) for i, a in enumerate(system) for b in system[i + 1 :]]
    advance(system, pairs, 0.01, STEPS)


measure("language_n_body", work, STEPS, repeats=3)
