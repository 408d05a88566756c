# What statsmodels says on the made-up studies: OLS, MixedLM, Holm, power. python3 check.py FOLDER
import glob, os, sys, warnings
import numpy as np, pandas as pd, statsmodels.api as sm
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.power import TTestIndPower
from statsmodels.stats.weightstats import DescrStatsW
warnings.simplefilter("ignore")

def line(*parts): print(*parts[:-1], "%.17g" % parts[-1], sep="\t")

def independent(columns):
    kept = []
    for name, values in columns:
        length = np.linalg.norm(values)
        rest = np.array(values, dtype=float)
        for _, other in kept:
            rest = rest - other * (other @ rest)
        for _, other in kept:
            rest = rest - other * (other @ rest)
        if length > 0 and np.linalg.norm(rest) > 1e-7 * length: kept.append((name, rest / np.linalg.norm(rest)))
    names = [name for name, _ in kept]
    return names, np.column_stack([dict(columns)[name] for name in names])

def told(name, method, wave, y, columns):
    names, x = independent(columns)
    if "arm" not in names or len(y) <= len(names): return
    fit = sm.OLS(y, x).fit(method="qr")
    at = names.index("arm")
    low, high = fit.conf_int()[at]
    for key, value in [("estimate", fit.params[at]), ("standardError", fit.bse[at]), ("low", low), ("high", high), ("df", fit.df_resid), ("p", fit.pvalues[at])]:
        line(name, method, wave, key, value)

def fitted(model):
    """Its search sometimes walks away, so it is tried in three ways; a study where none arrives is held beside R alone."""
    for method in ["bfgs", "lbfgs", "powell"]:
        try:
            fit = model.fit(reml=True, method=method, **({"gtol": 1e-9} if method != "powell" else {"xtol": 1e-10, "ftol": 1e-14}), maxiter=4000)
        except np.linalg.LinAlgError:
            continue
        if fit.converged: return fit
    return None

def mixed(name, data, covariates):
    long = pd.concat([data[["participant", "arm"] + covariates].assign(wave=wave, y=data[wave]) for wave in ["T0", "T1", "T2"]]).dropna()
    if long["arm"].nunique() < 2 or long["y"].std() == 0: return
    columns = [("one", np.ones(len(long))), ("arm", long["arm"].to_numpy())] + [(c, long[c].to_numpy(float)) for c in covariates]
    columns += [(w, (long["wave"] == w).to_numpy(float)) for w in ["T1", "T2"]]
    columns += [("arm:" + w, (long["wave"] == w).to_numpy(float) * long["arm"].to_numpy()) for w in ["T1", "T2"]]
    names, x = independent(columns)
    if len(long) - long["participant"].nunique() - 4 < 1: return
    size = np.linalg.norm(x, axis=0) / np.sqrt(len(long))
    y = (long["y"] - long["y"].mean()).to_numpy()
    fit = fitted(sm.MixedLM(y / y.std(), x / size, groups=long["participant"].to_numpy()))
    if fit is None: return
    # The errors of its own table also count that the two variances were estimated; here those of the coefficients given the variances, as in nlme.
    ratio = fit.cov_re[0][0] / fit.scale
    total = np.zeros((x.shape[1], x.shape[1]))
    people = long["participant"].to_numpy()
    for person in np.unique(people):
        part = x[people == person]
        total += part.T @ np.linalg.solve(np.eye(len(part)) + ratio, part)
    errors = np.sqrt(np.diag(np.linalg.inv(total / np.outer(size, size))) * fit.scale) * y.std()
    for wave in ["T1", "T2"]:
        at = names.index("arm:" + wave)
        line(name, "mixed", wave, "estimate", fit.fe_params[at] / size[at] * y.std())
        line(name, "mixed", wave, "standardError", errors[at] / size[at])
    line(name, "mixed", "", "withinPeople", np.sqrt(fit.scale) * y.std())

for path in sorted(glob.glob(os.path.join(sys.argv[1], "*.csv"))):
    name = os.path.basename(path)[:-4]
    data = pd.read_csv(path, float_precision="round_trip")
    data.columns = [c.replace("y.brs-6.", "").removeprefix("x.") for c in data.columns]
    covariates = [c for c in data.columns if c not in ["participant", "arm", "site", "T0", "T1", "T2"]]
    data["arm"] = (data["arm"] == "intervention").astype(float)
    for wave in ["T1", "T2"]:
        rows = data.dropna(subset=["T0", wave] + covariates)
        if rows["arm"].nunique() < 2: continue
        begin = [("one", np.ones(len(rows))), ("arm", rows["arm"].to_numpy())]
        more = [(c, rows[c].to_numpy(float)) for c in covariates]
        told(name, "ancova", wave, rows[wave].to_numpy(), begin + [("T0", rows["T0"].to_numpy())] + more)
        told(name, "change", wave, (rows[wave] - rows["T0"]).to_numpy(), begin + more)
    for arm, who in [(1, "intervention"), (0, "control")]:
        scores = data.loc[data["arm"] == arm, "T0"].dropna()
        if len(scores) < 2 or scores.std() == 0: continue
        low, high = DescrStatsW(scores).tconfint_mean()
        for key, value in [("mean", scores.mean()), ("deviation", scores.std()), ("low", low), ("high", high)]: line(name, "described", who, key, value)
    mixed(name, data, covariates)

for at, ps in enumerate([[0.01, 0.04, 0.03], [0.2, 0.2, 0.001], [0.9, 0.5, 0.6], [0.049, 0.051, 1e-12]], 1):
    for place, value in enumerate(multipletests(ps, method="holm")[1], 1): line("constants", "holm", at, place, value)
for people in [150, 100, 20]:
    line("constants", "detectable", "t-test", people, TTestIndPower().solve_power(nobs1=people, power=0.8, alpha=0.05))
