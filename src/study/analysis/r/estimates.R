# The estimates of Wieg in base R: no package is needed. Rows are participants; `y.<scale>.<wave>` is a score, `x.<name>` a covariate.
# The insurer decides the arm: everything is a comparison of the arms, the intervention arm less the control arm.

score_name <- function(scale, wave) paste("y", scale, wave, sep = ".")
covariate_names <- function(covariates) if (length(covariates) > 0) paste("x", covariates, sep = ".") else character(0)
is_intervention <- function(data) as.numeric(data$arm == "intervention")

# Columns that are no sum of earlier ones, as lm keeps them.
independent <- function(x) {
  found <- qr(x, tol = 1e-7)
  x[, sort(found$pivot[seq_len(found$rank)]), drop = FALSE]
}

no_estimate <- function(because) list(because = because)

with_limits <- function(estimate, error, df) {
  limit <- qt(0.975, df) * error
  list(estimate = estimate, standardError = error, low = estimate - limit, high = estimate + limit, df = df,
       p = 2 * pt(-abs(estimate / error), df))
}

# Difference of the arms in a linear model: ordinary least squares, t with the residual degrees of freedom.
compare_arms <- function(y, arm, beside) {
  if (sum(arm == 1) == 0 || sum(arm == 0) == 0) return(no_estimate("arm-empty"))
  x <- independent(cbind(intercept = rep(1, length(y)), arm = arm, beside))
  fit <- lm.fit(x, y)
  df <- length(y) - ncol(x)
  if (df < 1) return(no_estimate("too-few"))
  rest <- sum(fit$residuals^2)
  if (rest <= 1e-20 * sum(y^2)) return(no_estimate("no-variation"))
  unscaled <- chol2inv(qr.R(fit$qr))
  with_limits(unname(fit$coefficients["arm"]), sqrt(rest / df * unscaled[2, 2]), df)
}

who_counts <- function(data, scale, wave, covariates) {
  needed <- c(score_name(scale, wave), score_name(scale, "T0"), covariate_names(covariates))
  data[complete.cases(data[needed]), ]
}

# Hedges' g: the difference by the pooled deviation of the score within the arms, with Hedges' factor for few people.
hedges <- function(difference, y, arm) {
  df <- length(y) - 2
  if (df < 2) return(NA_real_)
  pooled <- sqrt((sum((y[arm == 1] - mean(y[arm == 1]))^2) + sum((y[arm == 0] - mean(y[arm == 0]))^2)) / df)
  if (!(pooled > 0)) return(NA_real_)
  exp(lgamma(df / 2) - log(df / 2) / 2 - lgamma((df - 1) / 2)) * difference / pooled
}

ancova <- function(data, scale, wave, covariates) {
  rows <- who_counts(data, scale, wave, covariates)
  y <- rows[[score_name(scale, wave)]]
  arm <- is_intervention(rows)
  found <- compare_arms(y, arm, as.matrix(rows[c(score_name(scale, "T0"), covariate_names(covariates))]))
  if (is.null(found$because)) found$standardised <- hedges(found$estimate, y, arm)
  found
}

difference_in_differences <- function(data, scale, wave, covariates) {
  rows <- who_counts(data, scale, wave, covariates)
  y <- rows[[score_name(scale, wave)]]
  arm <- is_intervention(rows)
  found <- compare_arms(y - rows[[score_name(scale, "T0")]], arm, as.matrix(rows[covariate_names(covariates)]))
  if (is.null(found$because)) found$standardised <- hedges(found$estimate, y, arm)
  found
}

# One row per person and wave, of who has a score there and every covariate.
long_form <- function(data, scale, waves, covariates) {
  parts <- lapply(waves, function(wave) {
    cbind(data.frame(participant = data$participant, arm = is_intervention(data), wave = wave, y = data[[score_name(scale, wave)]]),
          data[covariate_names(covariates)])
  })
  long <- do.call(rbind, parts)
  long[complete.cases(long), ]
}

# Mixed model over the waves: y ~ arm * wave + covariates, with an intercept of its own for each person, by restricted maximum likelihood
# (Laird & Ware, Biometrics 1982; Pinheiro & Bates, Mixed-Effects Models in S and S-PLUS, 2.2). All scores count, also of who missed a wave. Assumes: scores
# missing by chance given the scores that are there; normal errors of one variance at every wave; every two waves hang together alike.
# The likelihood is profiled on one number, the variance between people by that within; for each value it is least squares on y less a part
# of the person's own mean, which is what the inverse of her covariance comes to.
mixed <- function(data, scale, waves, covariates) {
  long <- long_form(data, scale, waves, covariates)
  if (length(unique(long$arm)) < 2) return(no_estimate("arm-empty"))
  later <- setdiff(waves, "T0")
  at <- sapply(later, function(wave) as.numeric(long$wave == wave))
  dim(at) <- c(nrow(long), length(later))
  between <- at * long$arm
  colnames(at) <- later
  colnames(between) <- paste0("arm:", later)
  x <- independent(cbind(intercept = 1, arm = long$arm, as.matrix(long[covariate_names(covariates)]), at, between))
  person <- match(long$participant, unique(long$participant))
  count <- tabulate(person)
  within <- sum(colnames(x) %in% c(later, colnames(between)))
  df <- nrow(x) - length(count) - within
  missing_terms <- setdiff(colnames(between), colnames(x))
  if (df < 1 || nrow(x) - ncol(x) < 1 || length(missing_terms) > 0) return(no_estimate("too-few"))
  if (sum(lm.fit(x, long$y)$residuals^2) <= 1e-20 * sum(long$y^2)) return(no_estimate("no-variation"))
  mean_y <- as.vector(rowsum(long$y, person) / count)[person]
  mean_x <- (rowsum(x, person) / count)[person, , drop = FALSE]
  fit_at <- function(ratio) {
    part <- (1 - 1 / sqrt(1 + count * ratio))[person]
    fit <- lm.fit(x - part * mean_x, long$y - part * mean_y)
    triangle <- qr.R(fit$qr)
    rest <- sum(fit$residuals^2)
    deviance <- (nrow(x) - ncol(x)) * log(rest) + sum(log(1 + count * ratio)) + 2 * sum(log(abs(diag(triangle))))
    list(fit = fit, triangle = triangle, rest = rest, deviance = deviance)
  }
  deviance_of <- function(logged) fit_at(exp(logged))$deviance
  grid <- seq(-12, 12, by = 2)
  near <- grid[which.min(sapply(grid, deviance_of))]
  best <- optimize(deviance_of, c(near - 2, near + 2), tol = 1e-10)
  ratio <- if (fit_at(0)$deviance <= best$objective) 0 else exp(best$minimum)
  found <- fit_at(ratio)
  variance <- found$rest / (nrow(x) - ncol(x))
  errors <- sqrt(diag(chol2inv(found$triangle)) * variance)
  names(errors) <- colnames(x)
  list(
    terms = lapply(setNames(colnames(between), later), function(term) with_limits(unname(found$fit$coefficients[term]), unname(errors[term]), df)),
    betweenPeople = sqrt(ratio * variance), withinPeople = sqrt(variance), people = length(count), scores = nrow(x)
  )
}

# One draw of what is missing in y, given x: coefficients and variance are drawn from their posterior first (Rubin 1987, p. 167; the method
# "norm" of Van Buuren's mice). Assumes a straight line with normal errors, and missing by chance given x.
draw_missing <- function(y, there, x) {
  x <- independent(x[there, , drop = FALSE])
  list(columns = colnames(x), fit = lm.fit(x, y[there]))
}

impute_column <- function(y, there, x) {
  found <- draw_missing(y, there, x)
  fit <- found$fit
  df <- max(sum(there) - length(found$columns), 1)
  deviation <- sqrt(sum(fit$residuals^2) / rchisq(1, df))
  drawn <- fit$coefficients + deviation * backsolve(qr.R(fit$qr), rnorm(length(found$columns)))
  y[!there] <- x[!there, found$columns, drop = FALSE] %*% drawn + deviation * rnorm(sum(!there))
  y
}

# Chained equations: each column in turn given the others and the arm, ten rounds (Van Buuren & Groothuis-Oudshoorn, J Stat Softw 2011;45(3)).
impute <- function(data, columns, rounds = 10) {
  there <- !is.na(data[columns])
  for (column in columns) data[!there[, column], column] <- sample(data[there[, column], column], sum(!there[, column]), replace = TRUE)
  gaps <- columns[order(colSums(!there))]
  gaps <- gaps[colSums(!there)[gaps] > 0]
  for (round in seq_len(if (length(gaps) > 1) rounds else 1)) for (column in gaps) {
    x <- cbind(intercept = 1, arm = is_intervention(data), as.matrix(data[setdiff(columns, column)]))
    data[[column]] <- impute_column(data[[column]], there[, column], x)
  }
  data
}

# Rubin's rules, with the degrees of freedom of Barnard & Rubin (Biometrika 1999).
rubin <- function(estimates, errors, complete_df) {
  count <- length(estimates)
  within <- mean(errors^2)
  between <- if (count > 1) (1 + 1 / count) * var(estimates) else 0
  total <- within + between
  lambda <- between / total
  if (lambda < 1e-12) return(with_limits(mean(estimates), sqrt(total), complete_df))
  old <- (count - 1) / lambda^2
  observed <- (complete_df + 1) / (complete_df + 3) * complete_df * (1 - lambda)
  with_limits(mean(estimates), sqrt(total), old * observed / (old + observed))
}

# ANCOVA after multiple imputation, and the tipping point: what has to be added to every imputed score of the intervention arm before the
# conclusion at 0.05 changes (delta adjustment; Cro et al., Stat Med 2020;39:2815). `shifts` are in standard deviations of the score at the wave.
imputed_ancova <- function(data, scale, waves, wave, covariates, seed, imputations, shifts) {
  scores <- score_name(scale, waves)
  rows <- data[rowSums(!is.na(data[scores])) > 0, ]
  columns <- c(scores, covariate_names(covariates))
  if (length(unique(rows$arm)) < 2) return(no_estimate("arm-empty"))
  columns <- columns[colSums(!is.na(rows[columns])) > 0]
  target <- score_name(scale, wave)
  if (!(target %in% columns) || !(score_name(scale, "T0") %in% columns)) return(no_estimate("too-few"))
  if (sum(!is.na(rows[[target]])) < length(columns) + 3) return(no_estimate("too-few"))
  set.seed(seed)
  completed <- lapply(seq_len(imputations), function(one) impute(rows, columns))
  guessed <- is.na(rows[[target]]) & rows$arm == "intervention"
  deviation <- sd(rows[[target]], na.rm = TRUE)
  known <- intersect(covariate_names(covariates), columns)
  pooled <- function(shift) {
    fits <- lapply(completed, function(full) {
      full[guessed, target] <- full[guessed, target] + shift * deviation
      compare_arms(full[[target]], is_intervention(full), as.matrix(full[c(score_name(scale, "T0"), known)]))
    })
    if (any(!sapply(fits, function(fit) is.null(fit$because)))) return(no_estimate("no-variation"))
    rubin(sapply(fits, `[[`, "estimate"), sapply(fits, `[[`, "standardError"), fits[[1]]$df)
  }
  plain <- pooled(0)
  if (!is.null(plain$because)) return(plain)
  c(plain, list(people = nrow(rows), imputed = sum(is.na(rows[[target]])), shifts = tipping(plain, pooled, shifts)))
}

# Each shift with what it gives, against the direction of the estimate.
tipping <- function(plain, pooled, shifts) {
  away <- if (plain$estimate > 0) -1 else 1
  lapply(shifts, function(size) {
    found <- pooled(away * size)
    list(shift = away * size, estimate = found$estimate, low = found$low, high = found$high, p = found$p)
  })
}

# Every number of the answer as one table: scale, wave, method, name, value.
as_lines <- function(scale, wave, method, found) {
  if (!is.null(found$because)) return(data.frame(scale, wave, method, name = found$because, value = NA_real_))
  values <- unlist(found[sapply(found, is.numeric)])
  data.frame(scale, wave, method, name = names(values), value = unname(values))
}

with_holm <- function(lines) {
  for (method in c("ancova", "difference-in-differences")) for (wave in unique(lines$wave)) {
    at <- which(lines$method == method & lines$wave == wave & lines$name == "p")
    if (length(at) > 0) lines <- rbind(lines, data.frame(lines[at, c("scale", "wave", "method")], name = "holm", value = p.adjust(lines$value[at], "holm")))
  }
  lines
}

mixed_lines <- function(data, scale, waves, covariates) {
  found <- mixed(data, scale, waves, covariates)
  if (!is.null(found$because)) return(as_lines(scale, "", "mixed", found))
  spread <- found[c("betweenPeople", "withinPeople", "people", "scores")]
  rbind(as_lines(scale, "", "mixed", spread), do.call(rbind, lapply(names(found$terms), function(wave) as_lines(scale, wave, "mixed", found$terms[[wave]]))))
}

imputed_lines <- function(data, scale, waves, wave, covariates, seed, imputations, shifts) {
  found <- imputed_ancova(data, scale, waves, wave, covariates, seed, imputations, shifts)
  lines <- as_lines(scale, wave, "imputed", found)
  shifted <- lapply(found$shifts, function(one) as_lines(scale, wave, paste("shift", format(one$shift)), one))
  do.call(rbind, c(list(lines), shifted))
}

answer_all <- function(data, scales, waves, covariates, seed, imputations, shifts) {
  later <- setdiff(waves, "T0")
  parts <- lapply(scales, function(scale) rbind(
    do.call(rbind, lapply(later, function(wave) rbind(
      as_lines(scale, wave, "ancova", ancova(data, scale, wave, covariates)),
      as_lines(scale, wave, "difference-in-differences", difference_in_differences(data, scale, wave, covariates)),
      imputed_lines(data, scale, waves, wave, covariates, seed, imputations, shifts)
    ))),
    mixed_lines(data, scale, waves, covariates)
  ))
  with_holm(do.call(rbind, parts))
}
