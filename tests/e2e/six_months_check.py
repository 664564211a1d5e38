#!/usr/bin/env python3
"""Computes the six-month rule's status of every line of a bundle's lines.tsv
anew, from the imported CSV files and the published policy texts alone, and
compares. Shares nothing with the program: it is the outsider's calculation.

  six_months_check.py --data DIR --products products.jsonl --lines lines.tsv
      --policies NINGXIA|SHANXI|SAMR18[,…] --authority NAME --level LEVEL
      --region DIGITS --as-of YYYY-MM-DD

Exit 0 where all agree, 1 with the lines that differ.
"""
import argparse
import calendar
import csv
import datetime
import json
import sys
import unicodedata
from collections import Counter, defaultdict

LEVELS = {"国家": 0, "国家级": 0, "省级": 1, "自治区级": 1, "市级": 2, "县级": 3,
          "区级": 3, "national": 0, "provincial": 1, "city": 2, "county": 3}
DIGITS = (0, 2, 4, 6)


def normalise(text):
    text = unicodedata.normalize("NFKC", text).casefold()
    text = "".join(unicodedata.normalize("NFKC", text).split())
    out = []
    for i, c in enumerate(text):
        beside = 0 < i < len(text) - 1 and all(
            unicodedata.category(n)[0] == "L" or unicodedata.category(n) == "Nd"
            for n in (text[i - 1], text[i + 1]))
        out.append("x" if c in "×*" and beside else c)
    text = "".join(out)
    return "" if text in ("无", "—", "-", "/", "n/a") else text


def number(text):
    """A standard or a model, in which every dash is one dash."""
    text = normalise(text)
    for dash in "‐‒–—―−":
        text = text.replace(dash, "-")
    return "" if text.strip("-/") == "" else text


def usci(text):
    return unicodedata.normalize("NFKC", text).strip().upper()


def months_later(day, months):
    """The corresponding day, else the month's last (Civil Code 202)."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    month += 1
    last = calendar.monthrange(year, month)[1]
    return datetime.date(year, month, min(day.day, last))


def read_checks(path, as_of):
    """The enterprise's checks up to the day; one report number counts once."""
    checks = defaultdict(list)
    seen = set()
    with open(path, encoding="utf-8-sig", newline="") as f:
        for row in csv.DictReader(f):
            code = usci(row["统一社会信用代码"])
            key = (row["检验机构"].strip(), row["报告编号"].strip())
            if key in seen:
                continue
            seen.add(key)
            day = datetime.date.fromisoformat(row["抽样日期"].strip())
            if day > as_of:
                continue
            level = LEVELS[row["抽查级别"].strip()]
            checks[code].append({
                "name": normalise(row["产品名称"]),
                "standard": number(row["执行标准"]),
                "trademark": normalise(row["商标"]),
                "model": number(row["规格型号"]),
                "authority": row["抽查部门"].strip(),
                "level": level,
                "region": code[2:2 + DIGITS[level]],
                "day": day,
                "pass": row["检验结论"].strip() != "不合格",
            })
    return checks


def same(line, check, full):
    keys = ["name", "model"] + (["standard", "trademark"] if full else [])
    return all(line[k] == check[k] for k in keys)


def regional(policy, line, check):
    """Ningxia: a national pass. Shanxi: a national or provincial pass, and
    food is outside the rule."""
    if policy == "SHANXI" and line["category"] == "食品及相关产品":
        return False
    levels = (0,) if policy == "NINGXIA" else (0, 1)
    return check["level"] in levels and check["pass"] and same(
        line, check, False)


def status(args, line, checks):
    level = LEVELS[args.level]
    region = args.region[:DIGITS[level]]
    found = set()
    for check in checks:
        if months_later(check["day"], 6) < args.as_of:
            continue
        for policy in args.policies.split(","):
            if policy != "SAMR18":
                if regional(policy, line, check):
                    found.add("SIX_MONTHS")
            elif same(line, check, True):
                if (check["authority"], check["level"], check["region"]) == (
                        args.authority, level, region):
                    found.add("SIX_MONTHS")
                if check["level"] < level and region.startswith(
                        check["region"]):
                    found.add("SUPERIOR_CHECK")
    for code in ("SIX_MONTHS", "SUPERIOR_CHECK"):
        if code in found:
            return code
    return "OPEN"


def main():
    parser = argparse.ArgumentParser()
    for name in ("data", "products", "lines", "policies", "authority", "level",
                 "region"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--as-of", required=True,
                        type=datetime.date.fromisoformat)
    args = parser.parse_args()
    checks = read_checks(args.data + "/earlier_checks.csv", args.as_of)
    products = {}
    with open(args.products, encoding="utf-8") as f:
        for text in f:
            row = json.loads(text)
            products[row["usci"], row["line_id"]] = {
                "name": normalise(row["product_name"]),
                "standard": number(row["standard"]),
                "trademark": normalise(row["trademark"]),
                "model": number(row["model"]),
                "category": row["category"],
            }
    wrong, counts = 0, Counter()
    with open(args.lines, encoding="utf-8") as f:
        for text in f:
            code, line_id, category, found = text.rstrip("\n").split("\t")
            line = products[code, line_id]
            assert line["category"] == category, (code, line_id)
            expected = status(args, line, checks[code])
            counts[expected] += 1
            shown = found.split(":")[1] if ":" in found else found
            agrees = (shown == expected if expected != "OPEN" else
                      shown in ("ELIGIBLE", "NO_LAB", "RESERVED"))
            if not agrees:
                wrong += 1
                if wrong <= 20:
                    print(f"{code} {line_id}: {found}, should be {expected}")
    print(f"{sum(counts.values())} lines compared: {dict(counts)}, "
          f"{wrong} differ")
    return 1 if wrong or not counts else 0


if __name__ == "__main__":
    sys.exit(main())
