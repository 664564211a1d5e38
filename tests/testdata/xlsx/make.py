#!/usr/bin/env python3
"""Makes the workbooks beside it with openpyxl (Debian: python3-openpyxl), a
writer that is not ours. All names and codes are invented."""
import datetime
import os

import openpyxl
from openpyxl.styles import Font

HERE = os.path.dirname(os.path.abspath(__file__))


def save(book, name):
    book.save(os.path.join(HERE, name))


def enterprises():
    """A register as an office keeps it: a hidden sheet and one of notes in
    front, a title, remarks in the header, dates and numbers as such."""
    book = openpyxl.Workbook()
    hidden = book.active
    hidden.title = "下拉选项"
    hidden.append(["统一社会信用代码", "企业名称"])
    hidden.append(["HIDDEN", "不应读取"])
    hidden.sheet_state = "hidden"
    notes = book.create_sheet("填写说明")
    notes.append(["请勿修改表头"])
    sheet = book.create_sheet("企业名录")
    book.active = 1
    sheet.append(["附件1"])
    sheet.append(["某某市生产企业名录"])
    sheet.merge_cells("A2:G2")
    sheet.append(["*统一社会信用代码\n（必填）", "企业名称（必填）", "注册日期", "企业类型",
                  "所在省份", "邮政编码", "登记状态（选填）"])
    sheet.append(["91640100MA7TEXT01P", "宁夏甲食品有限公司",
                  datetime.date(2009, 11, 4), "有限责任公司", "宁夏", 750001, "存续"])
    sheet.append(["91640181MA7TEXT025", "宁夏乙乳业有限公司",
                  datetime.datetime(2019, 3, 1, 10, 30), None, "宁夏", 10020, "存续"])
    sheet["F5"].number_format = "000000"
    sheet.append([None] * 7)
    sheet.append(["91110000MA7TEXT03T", "=1+1", 39756, None, "北京", "100000", None])
    sheet["B7"].data_type = "s"
    save(book, "enterprises.xlsx")


def samr_bulletin():
    """A bulletin of failures of the state administration, 2023: the header in
    row 3, the number of a unit merged over its products."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "不合格产品"
    sheet.append(["附件2"])
    sheet.append(["产品质量国家监督抽查不合格产品及其企业名单"])
    sheet.merge_cells("A2:K2")
    sheet.append(["序号", "产品种类", "受检单位", "标称生产单位", "标称生产单位所在地",
                  "产品名称", "规格型号", "生产日期/批号", "主要不合格项目", "承检机构", "备注"])
    for cell in sheet[3]:
        cell.font = Font(bold=True)
    sheet.append([1, "食品相关产品", "某某超市", "宁夏甲食品有限公司", "宁夏", "食品用纸杯",
                  "250mL", "2023-02-01", "容量偏差", "某某检验院", None])
    sheet.append([2, None, "某某商行", "无此企业有限公司", "浙江", "食品用塑料袋",
                  "30cm×40cm", datetime.date(2023, 3, 2), "落镖冲击", "某某检验院", "复检不合格"])
    sheet.merge_cells("B4:B5")
    save(book, "samr_bulletin.xlsx")


def aqsiq_bulletin():
    """The older form: the header in row 2."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["电热毯产品质量国家监督抽查不合格产品及企业名单"])
    sheet.append(["序号", "企业名称", "所在地", "产品名称", "商标", "规格型号",
                  "生产日期/批号", "抽查结果", "主要不合格项目", "承检机构"])
    sheet.append([1, "宁夏甲食品有限公司", "宁夏", "电热毯", "甲牌", "TT150×120-1X",
                  "2012-08", "不合格", "标志和说明", "某某检验院"])
    save(book, "aqsiq_bulletin.xlsx")


if __name__ == "__main__":
    enterprises()
    samr_bulletin()
    aqsiq_bulletin()
