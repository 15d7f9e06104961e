"""Solves the linear relaxation of who comes first with OR-Tools' PDLP, for `npm run bench:portfolio`.

Reads the lists of numbers from a folder and prints one line of JSON: seconds of solving alone, and the optimum.
Needs ortools==9.14.6206, numpy==2.2.6, scipy==1.15.3.
"""
import json
import sys
import time

import numpy as np
import scipy.sparse as sparse
from ortools.pdlp import solve_log_pb2, solvers_pb2
from ortools.pdlp.python import pdlp

folder = sys.argv[1]
value = np.fromfile(f"{folder}/value", dtype="<f8")
first_option = np.fromfile(f"{folder}/firstOption", dtype="<u4").astype(np.int64)
first_take = np.fromfile(f"{folder}/firstTake", dtype="<u4").astype(np.int64)
pool = np.fromfile(f"{folder}/pool", dtype="<u2").astype(np.int64)
amount = np.fromfile(f"{folder}/amount", dtype="<f8")
available = np.fromfile(f"{folder}/available", dtype="<f8")

groups, options = len(first_option) - 1, int(first_option[-1])
takes = int(first_take[options])
option_of_take = np.repeat(np.arange(options), np.diff(first_take[: options + 1]))
group_of_option = np.repeat(np.arange(groups), np.diff(first_option))
rows = np.concatenate([group_of_option, groups + pool[:takes]])
columns = np.concatenate([np.arange(options), option_of_take])
entries = np.concatenate([np.ones(options), amount[:takes]])

program = pdlp.QuadraticProgram()
program.objective_vector = -value[:options]
program.constraint_matrix = sparse.csc_matrix((entries, (rows, columns)), shape=(groups + len(available), options))
program.constraint_lower_bounds = np.full(groups + len(available), -np.inf)
program.constraint_upper_bounds = np.concatenate([np.ones(groups), available])
program.variable_lower_bounds = np.zeros(options)
program.variable_upper_bounds = np.ones(options)

parameters = solvers_pb2.PrimalDualHybridGradientParams()
optimality = parameters.termination_criteria.simple_optimality_criteria
optimality.eps_optimal_relative = 1e-4
optimality.eps_optimal_absolute = 1e-4
parameters.num_threads = 2
began = time.perf_counter()
result = pdlp.primal_dual_hybrid_gradient(program, parameters)
seconds = time.perf_counter() - began
reason = solve_log_pb2.TerminationReason.Name(result.solve_log.termination_reason)
print(json.dumps({"seconds": seconds, "optimum": float(value[:options] @ result.primal_solution), "ended": reason}))
