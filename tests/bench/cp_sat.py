"""The scheduling problem of a problem file as a CP-SAT model, for comparison.

usage: cp_sat.py PROBLEM.json SECONDS

Prints objective, bound, processor seconds, and the status. The model is that of
the file's description: every visit an optional interval, rides between stops of
a day as a circuit, breaks as intervals that touch neither stops nor rides.
"""

import json
import resource
import sys

from ortools.sat.python import cp_model


def build(problem):
    model = cp_model.CpModel()
    days, sites = problem["days"], problem["sites"]
    groups, travel = range(problem["ngroups"]), problem["travel"]
    last = max(day["end"] for day in days)
    here = {}
    starts = {}
    travels = []
    costs = []
    for g in groups:
        group_rides = []
        for d, day in enumerate(days):
            used = model.new_bool_var("")
            leave = model.new_int_var(day["start"], day["end"], "")
            back = model.new_int_var(day["start"], day["end"], "")
            away = model.new_int_var(0, last, "")
            model.add(away == back - leave).only_enforce_if(used)
            model.add(away == 0).only_enforce_if(used.negated())
            costs.append(away)
            arcs = [(0, 0, used.negated())]
            # What a break may not touch: stops and rides.
            busy = []
            for s, site in enumerate(sites):
                window = site["open"][d]
                there = model.new_bool_var("")
                here[g, s, d] = there
                if window is None or window[1] - window[0] < site["dur"]:
                    model.add(there == 0)
                    window = [day["start"], day["start"] + site["dur"]]
                start = model.new_int_var(window[0], window[1] - site["dur"], "")
                starts[g, s, d] = start
                model.add_implication(there, used)
                arcs.append((s + 1, s + 1, there.negated()))
                busy.append(model.new_optional_fixed_size_interval_var(start, site["dur"], there, ""))
            for a in range(len(sites) + 1):
                for b in range(len(sites) + 1):
                    if a == b:
                        continue
                    arc = model.new_bool_var("")
                    arcs.append((a, b, arc))
                    ride = travel[a][b]
                    begun = model.new_int_var(0, last, "")
                    if a == 0:
                        model.add(begun == leave).only_enforce_if(arc)
                    else:
                        end = starts[g, a - 1, d] + sites[a - 1]["dur"]
                        model.add(begun >= end).only_enforce_if(arc)
                    if b == 0:
                        model.add(begun + ride == back).only_enforce_if(arc)
                    else:
                        model.add(begun + ride <= starts[g, b - 1, d]).only_enforce_if(arc)
                    if ride:
                        busy.append(model.new_optional_fixed_size_interval_var(begun, ride, arc, ""))
                        group_rides.append(ride * arc)
            model.add_circuit(arcs)
            model.add(sum(here[g, s, d] for s in range(len(sites))) >= 1).only_enforce_if(used)
            before = None
            for it in day["breaks"]:
                start = model.new_int_var(it["es"], it["ls"], "")
                busy.append(model.new_optional_fixed_size_interval_var(start, it["dur"], used, ""))
                if before is not None:
                    model.add(start >= before)
                before = start + it["dur"]
            model.add_no_overlap(busy)
        travels.append(sum(group_rides))
        for s in range(len(sites)):
            model.add_at_most_one(here[g, s, d] for d in range(len(days)))
        model.add(sum(here[g, s, d] for s in range(len(sites)) for d in range(len(days))) == problem["K"])
        for focus in range(problem["nf"]):
            model.add_at_least_one(
                here[g, s, d]
                for s in range(len(sites))
                if focus in sites[s]["foci"]
                for d in range(len(days))
            )
    for s, site in enumerate(sites):
        model.add_at_least_one(here[g, s, d] for g in groups for d in range(len(days)))
        for d in range(len(days)):
            model.add(sum(here[g, s, d] for g in groups) <= site["max_per_day"])
            intervals = [
                model.new_optional_fixed_size_interval_var(starts[g, s, d], site["dur"], here[g, s, d], "")
                for g in groups
            ]
            model.add_cumulative(intervals, [1] * len(intervals), site["cap"])
    worst = model.new_int_var(0, 100_000, "")
    for ride in travels:
        model.add(worst >= ride)
    model.minimize(sum(travels) + sum(costs) + 5 * worst)
    return model


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        problem = json.load(file)
    model = build(problem)
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = float(sys.argv[2])
    solver.parameters.num_workers = 2
    status = solver.solve(model)
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = used.ru_utime + used.ru_stime
    value = f"{solver.objective_value:>6.0f}" if found else "  none"
    print(f"{value}   {seconds:>6.1f} CPU s   bound {solver.best_objective_bound:.0f}, {solver.status_name(status).lower()}")


if __name__ == "__main__":
    main()
