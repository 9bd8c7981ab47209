r"""How the words of dates look: one rule for each sort of word, with a letter for the grammar.

Part of the dates extractor. A pattern says only how a word looks, with the phrases above it; what stands around it is
judged in `date_atoms`, what stands beside it in `date_grammar`. Patterns are verbose; a blank is written `\ `.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

__all__ = ["AFTER_DIGIT", "CN", "SECOND", "WORDS", "DateWord", "compiled"]


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern, compiled on first use and kept: importing the package compiles none."""
    return re.compile(pattern)


class DateWord(NamedTuple):
    """One sort of word.

    Attributes:
        name: what it is.
        letter: its letter in the grammar.
        firsts: the characters it begins with, `0` for any digit and `一` for 一 to 十.
        pattern: how it looks, verbose.
        begins: whether it can begin a run, or only stands behind another word.
        then: the characters that may follow the first one, or the digits that it begins with and a blank; written as
            `firsts`; empty for any. A word is not tried, nor its pattern compiled, where another follows.
    """

    name: str
    letter: str
    firsts: str
    pattern: str
    begins: bool = True
    then: str = ""


def no(words: str) -> str:
    """Not before any of these words.

    >>> no("饼 亮")
    '(?!饼|亮)'
    """
    return f"(?!{'|'.join(words.split())})"


CN = "一二三四五六七八九十"
NINE = CN[:9]
DIGIT = r"[0-9](?<![0-9A-Za-z.·/][0-9])"
"""The first digit of a number must not continue another (`12345月`, `1.5月`). The look back comes behind the character, so
that the search can skip by first characters."""
CN_FIRST = rf"[{CN}廿](?<![{CN}百千万第几数][{CN}廿])"
"""The same in Chinese: not the 一 of 二十一."""
NUMBER = rf"(?:{DIGIT}[0-9]{{0,2}}|[{CN}廿两俩仨百](?<![{CN}百千万第几数][{CN}廿两俩仨百])[{CN}百]{{0,3}})"
COUNT = rf"(?:[0-9]{{1,4}}|[{CN}两俩仨百]{{1,4}})"
FEW = rf"(?:[0-9]{{1,3}}|[{CN}两俩仨百]{{1,4}})"
HIDDEN = r"[*＊×xX]{1,3}"
DASH = r"[-—–~～－―─]{1,2}"
JOIN = rf"(?:{DASH}|[至到])"
LIST = r"(?:、|和|及|与|以及|或)"
SEVERAL = rf"(?:\ ?(?:{JOIN}|{LIST})\ ?(?:[0-9]{{1,2}}|[{CN}]{{1,3}})){{1,8}}\ ?(?:[日号月]|季度)"
"""What follows a bare number that takes its unit from a later one: the rest of 7-8月, 3、4、5月."""
YEAR_DIGITS = rf"{DIGIT}(?:(?<=1)9|(?<=2)0)[0-9]{{2}}"
"""A year without 年: 1900 to 2099."""
NEXT_YEAR_DIGITS = r"(?:19|20)[0-9]{2}"
UNIT = r"(?:年|个?[半多]?月|个?季度|天|日|周|个?星期)"
SOME = r"(?:多|半)?"
NO_YEAR_BEFORE = f"0-9{CN}百千万几多两半数近往历每常整学青少中老壮成童幼同某末新当该周"
"""Before 年内 and 年底: 近年内, 青年内部, 学年初 are other words."""
NOT_WITHIN = no("部 外 容 涵 在 需")
NOT_BEFORE = no(
    "往 来 期 列 沿 景 进 夕 半 [一二两三四五六七八九十0-9几] 置 端 提 任 身 言 方 线 面 所 辈 哨 锋 不久 述 瞻 程 者 款 移 行 途"
)
NOT_AFTER = no("期 续 备 勤 来 方 面 半 劲 [一二两三四五六七八九十0-9几] 者 段 盾 台 代 果 天 年")
NOT_AGO = no("往 来 期 列 沿 景 进 后 半 三 两 置 端 提 任 身 言 方 线 十")
NOT_LATER = no("期 续 备 勤 来 方 面 半 劲 [0-9]")
LUNAR_UNTIL = rf"(?:{JOIN}(?:初[{CN}]|[十廿][{NINE}]?(?![月个天日里几余多点名家])))"
"""The end of 正月初一至初七, which takes its month from the beginning."""
CLOCK = r"[0-2]?[0-9][:：][0-5][0-9](?:[:：][0-5][0-9])?"

WORDS: tuple[DateWord, ...] = (
    # --- whole dates in digits ---
    # 2024-05-06, 2024/5/6, 2024.5.6, 1994.01-19, 20240506
    DateWord("numeric", "O", "0", rf"""
        {YEAR_DIGITS} (?:
            [-./] [0-9]{{1,2}} [-./] [0-9]{{1,2}} (?! [0-9] | [-./][0-9]{{1,3}}(?![0-9.]) ) 日? T?
          | (?:0[1-9]|1[0-2]) (?:0[1-9]|[12][0-9]|3[01]) (?![0-9]) 日?
        )"""),
    # 1999.08, only where nothing is measured by it
    DateWord("year_month", "o", "0", rf"""
        {YEAR_DIGITS} [./] (?:0[1-9]|1[0-2]) (?= $ | [\s)）】\]、，。,；;] | {JOIN}\ ?(?:19|20) )""", then="./"),
    # --- years ---
    # 2024年, 2020年度, 二〇三五年, 20**年; not 2000年历史, 1990年代
    DateWord("year", "Y", "0一", rf"""
        (?: {DIGIT}[0-9]{{3}}
          | [12](?<![0-9.][12])[0-9]{{0,2}}{HIDDEN}
          | [一二](?<![{CN}百千第〇零][一二])[{NINE}〇零○O0]{{3}} )
        \ ? 年 (?:度(?!过))? {no("代 会(?!议) 多 的?历史 的?文明")}""", then="年*＊×xX一〇零○O0"),
    # 98年4月, 07年第三季度, 06年, 九八年
    DateWord("short_year", "Y", "0一零〇", rf"""
        {DIGIT}[0-9]年 (?= \ ?[0-9]{{1,2}}月 | [{CN}]{{1,2}}月 | 第?[一二三四1-4首]季度? | 第[0-9{CN}]{{1,2}}个月
                         | 冬至 | [大小]寒 | [上下]半年 | 端午 | 前 )
      | 0(?<![0-9.]0)[0-9]年 (?!度)
      | [{NINE}零〇](?<![{CN}百千万第几数、，,][{NINE}零〇])[{NINE}零〇]年 {no("级 内 制 来 计划")}""", then="年一零〇"),
    # 98年 of 比98年增长; not 建校80年
    DateWord("year_of_the_nineties", "Y", "0", rf"""
        [789](?<![0-9A-Za-z.·/][789])[0-9]年 {no("来 内 多 间 后 以 代 历 级 制 期 刑 校 庆 华诞 风雨 的历 的发 的奋 的建 时间 如一")}
        """, then="年"),
    # the first of 2021-2025年, 2021、2022年, 2022/2023年榨季, 2008.03-2009, (2021—2025), 1985到89年9月
    DateWord("bare_year", "y", "0", rf"""
        {YEAR_DIGITS} (?=
            \ ? (?:{DASH}|[至到、和/]) \ ? {NEXT_YEAR_DIGITS} \ ? 年
          | (?:、{NEXT_YEAR_DIGITS}){{1,8}} [、和] {NEXT_YEAR_DIGITS}年
          | {DASH} {NEXT_YEAR_DIGITS} (?![-./0-9])
          | [至到][0-9]{{2}}年\ ?[0-9]{{1,2}}月
        )""", then="-—–~～－―─至到、和/"),
    DateWord("last_year_of_range", "y", "0", rf"{NEXT_YEAR_DIGITS}(?![-.0-9年])", begins=False),
    # the second of 2022/2023年榨季
    DateWord("year_behind_slash", "Y", "0", rf"(?<=[0-9]{{4}}/){NEXT_YEAR_DIGITS}\ ?年", begins=False),
    # 今年, 去年, 上年, 明年, 本年度, 次年; not 当今年轻人, 以上年龄, 文明年, 今后年均
    DateWord("relative_year", "R", "今去大前明后上下本次翌", rf"""
        今年(?<![当如]今年){no("轻 青 龄 度")} | 今年度
      | 去年(?<![过失]去年){no("轻 均 代 华")}
      | 大?前年(?<![以之此目]前年)(?!度)
      | 明(?<![文声申说证透表注标鲜光聪黎]明)年{no("均 级")}
      | 大?后年(?<![今之以此最然前落灾节会战产]后年){no("均 度 级")}
      | 上一?年 (?: 度 | (?=[同末底初实结增决]) | (?= $ | [，。、,.)）] ) )
      | 上年(?<=[比较由与从于超占按据在]上年) | 上一年
      | 下一?年 (?: 度 | (?=[0-9]) | (?= $ | [，。、,.] ) )
      | 本年 (?: 度 | (?=[末底初内]) )
      | 次年 | 翌年""", then="年一前后"),
    # 今明两年, 明后两年, 去今两年
    DateWord("named_years", "J", "去今明", r"""
        (?: 去(?<![过失]去)今明? | 今(?<![当如]今)明后? | 明(?<![文声申说证透]明)后 ) [两二三]年""", then="今明后一两二三"),
    # 全年, 确保全年; not 安全年活动, 健全年度考核, 保全年度
    DateWord("whole_year", "z", "全", rf"全年(?<![安健完齐周]全年)(?<![^确力必需]保全年){no('龄 轻 级 度 红 胜')}", then="年"),
    # 年内; 2024年内
    DateWord("within_year", "I", "年", rf"年内(?<![{NO_YEAR_BEFORE}]年内){NOT_WITHIN}"),
    DateWord("within_named_year", "I", "年之内", rf"年?之?内{NOT_WITHIN}", begins=False),
    # 年底, 年初, 月底; not 年末岁初, 学年初, 正月初一
    DateWord("end_of_year", "B", "年", rf"年(?:底|末(?!岁)|初)(?<![{NO_YEAR_BEFORE}]年.)"),
    DateWord("end_of_month", "B", "月", rf"月(?:底|末|初)(?<![0-9{CN}个半份每正腊本当上下岁]月.)"),
    # --- quarters and halves ---
    # 一季度, 第三季度, 首季, Q1季度, 前三季度, 前两个季度
    DateWord("quarter", "Q", "第0一首Q前头", rf"""
        第?[一二三四首](?<![{CN}百千个][一二三四首])季度
      | 第?[1-4](?<![0-9.][1-4])季度
      | 首季(?!节)
      | Q[1-4](?:季度)?(?![0-9A-Za-z])
      | [前头](?<![提以之目]前)[一二两三23]个?季度"""),
    # 上季度, 本季度
    DateWord("relative_quarter", "q", "上下本这当", r"""
        (?: [上下](?<![以线晚]上|[以线]下)一?个? | 本 | 这个? | 当 ) 季度""", then="个一季"),
    # 上半年; not 大半年
    DateWord("half_year", "H", "上下前后", rf"[上下前后](?<![大以之]前)半年{no('内 以内 多')}", then="半"),
    # --- lunar dates ---
    # 正月初八, 正月初一至初七, 农历八月十五, 腊月, 大年初三, 五月廿二, 阴历二〇二一年六月
    DateWord("lunar", "L", "农阴旧正腊冬大闰一廿", rf"""
        (?:农历|阴历|旧历) (?: [0-9]{{4}}年 | [{CN}〇零]{{4}}年 )? 闰? [正腊冬{CN}]{{1,2}}月 (?: 初[{CN}] | [廿{CN}]{{1,3}} )?
      | (?: 正(?<![真反公]正) | 腊 | 冬(?<![秋今去]冬) ) 月 (?: 初[{CN}]{LUNAR_UNTIL}? | [廿{CN}]{{1,3}} )? (?!子)
      | 大年初[{CN}]{LUNAR_UNTIL}?
      | {CN_FIRST}[一二]?月 (?: 初[{CN}] | 廿[{NINE}]? )""", then="历月年一"),
    # --- months ---
    # 六七月份
    DateWord("two_months", "A", "一", rf"""
        (?:一二|二三|三四|四五|五六|六七|七八|八九)(?<![{CN}百千万第几数]..)月份?{no("龄 嫂 饼")}"""),
    # 5月, 十二月份, 元月, *月*日; not 5月龄, 三月三
    DateWord("month", "M", "0一廿元*＊×xX", rf"""
        (?: {DIGIT}[0-9]? | {CN_FIRST}[一二]? | 元(?<![0-9百千万亿十]元) | {HIDDEN}(?=月(?:[*＊×xX0-9]{{1,3}}日|份|底|初|末|[上中下]旬)) )
        \ ? 月份? (?! [龄嫂饼亮球租薪光色坛牙饷均] | 之[内久] | 有余 | (?<=一月)一(?![日十号號至、])
                    | (?<=三月)三(?![日十号號至、]) | (?<=六月)六(?![日号]) | (?<=九月)九(?![日号]) )""", then="月一 *＊×xX"),
    DateWord("hidden_month", "M", "*＊×xX", rf"{HIDDEN}月份?", begins=False),
    # 本月, 上个月, 下月; not 登上月球
    DateWord("relative_month", "S", "上下本这今当", rf"""
        (?: [上下](?<![以线晚网早]上|[以线]下)一?[个個]? | 本 | 这[个個]? | 今[个個] | 当 ) 月份? {no("球 亮 饼 台 刊 季")}
        """, then="个個一月"),
    # 上旬, 上中旬, 中上旬
    DateWord("ten_days", "X", "上中下", r"[上中下](?:、?[上中下])?旬", begins=False),
    # 底 of 9月底, 初 of 明年初, 中叶 of 本世纪中叶; not 9月初步, 年底线
    DateWord("edge", "E", "年底末初伊前中后", rf"""
        年? (?: 底{no("线 数 气 板 部 色 蕴 层 盘 子")}
              | 末{no("端 位 梢")}期?
              | 初{no("步 级 中 审 心 衷 稿 选 查 始 任 建 具 验 现 见")}期?
              | 伊始 )
      | [前中后]期 | 中叶""", begins=False),
    # --- days ---
    # 6日, *日; not 500日元, 3日游
    DateWord("day", "D", "0*＊×xX", rf"""
        (?: {DIGIT}[0-9]? | {HIDDEN} ) \ ? 日
        {no("元(?!旦) 语 报(?!道|告|送|到|名|请) 常(?!务|委) 均(?!衡|匀|可) 用品 游(?!客) 内 期(?!间) 记(?!者)")}""", then="日*＊×xX "),
    # 12号, 二十四日: in a letter of their own, for 三日 may be a length and 12号 a number
    DateWord("other_day", "d", "0一廿卅", rf"""
        {DIGIT}[0-9]?\ ?[号號]{no("线 楼 院 文 令 公 台 机 井 码 召 店 坑 池 厂 库 地 馆 门 桥 路 段 标 工")}
      | [{CN}廿卅](?<![{CN}百千万第几数每][{CN}廿卅])[{CN}]{{0,2}}[日号號]{no("元 语 游 千里 之[内前] 三 两 内 期 [之以]?后")}
        """, then="日号號一 "),
    # 第三 of 第三、四季度
    DateWord("ordinal_number", "n", "第", rf"第[一二三1-3](?=(?:{JOIN}|{LIST})第?[二三四2-4]季度)"),
    # 7 of 7-8月, 九 of 九、十月份, 12 of 12-19日
    DateWord("number", "n", "0一廿*＊×xX", rf"""
        (?:{DIGIT}[0-9]?|{CN_FIRST}[{CN}]{{0,2}}|{HIDDEN})(?={SEVERAL})""", then="、和及与以或至到 *＊×xX一-—–~～－―─"),
    # 十五 of 十二月十五
    DateWord("bare_day", "m", "0一廿", rf"""
        (?: [0-9]{{1,2}} | (?=[{CN}]?[十廿])[{CN}廿]{{1,3}} ) (?= $ | [，。；,)）\s] | [至到]\ ?[0-9] )""", begins=False),
    # 昨天, 今日, 当晚; not 目前天气, 后天性, 明天下, 第十次日本
    DateWord("relative_day", "G", "大前昨今明后当同翌次", rf"""
        大?前天(?<![以之目提]前天){no("气 然 津 府 河 下 空 数 时")}
      | [昨今明](?<![文声说证透黎好的]明|[如当]今)[天日](?!下(?!午)){no("地 气 头条 说法 关注 之星")}
      | 大?后天(?<![以之今最]后天){no("寒 气 下 性 空")}
      | [昨今明](?<![文声说证透]明)晚{no("报 年 期")}
      | [今明][晨早](?<![文声说证透]明.)
      | [昨今]夜
      | 当[天日晚](?<![每相适]当.)
      | 同日 | 翌日 | 次日(?<![0-9{CN}百多几每首届第]次日)(?!本)""", then="天日晚晨早夜前后"),
    # --- behind a day ---
    # 上午, 晚上, 晚; not 晚会, 早已, 夜市
    DateWord("part_of_day", "P", "上下中正晚凌清早傍深子午半夜黎拂白晨一", rf"""
        [上下]午 | 中午 | 正午 | 晚上 | 晚间 | 凌晨 | 清晨 | 早上 | 早晨 | 早间 | 傍晚 | 深夜 | 子夜 | 午夜 | 半夜 | 夜间 | 夜里
      | 午后 | 一大?早 | 黎明 | 拂晓 | 白天
      | 晚{no("会 宴 报 些 于 餐 饭 期 年 稻 自 高 熟")}
      | 早{no("已 在 日 期 稻 餐 报 盘 些 于 该 就 晚 做 谋 熟")}
      | 晨{no("练 会 报 检")}
      | 夜{no("市 景 校 游 经 晚 班 以")}""", begins=False),
    # 16:00, 9时30分, 9点半, 20时许, 8时至12时; not 5日五点意见
    DateWord("clock", "c", " \u30000一零", rf"""
        [\ \u3000]{{0,2}} (?:
            {CLOCK}(?![0-9]) (?:\ ?{JOIN}\ ?{CLOCK})?
          | (?:[0-9]{{1,2}}|[零{CN}]{{1,3}})
            (?: 时{no("间 候 刻 期 代 段 节")} | 点(?= [整半钟许，,。；;)）0-5前] | $ | {JOIN} | [零{CN}]{{1,3}}分 ) )
            (?: 整 | 半 | 钟 | 许 | (?:[0-9]{{1,2}}|[零{CN}]{{1,3}})分?(?:[0-9]{{1,2}}秒)? )? 许?
            (?: {JOIN}[0-9]{{1,2}}[时点](?:[0-9]{{1,2}}分)? )?
        )""", begins=False),
    # 星期一, 周三 in brackets
    DateWord("weekday", "w", " \u3000(（星周礼", r"[\ \u3000]{0,2}[(（]?(?:星期|周|礼拜)[一二三四五六日天](?![至到])[)）]?", begins=False),
    # 24日 in brackets, of 昨天(24日)
    DateWord("day_in_brackets", "p", "(（", r"[(（](?:[0-9]{4}年)?(?:[0-9]{1,2}月)?[0-9]{1,2}日[)）]", begins=False),
    # 2月10日(农历正月初一), 2月28日（正月十九）
    DateWord("lunar_in_brackets", "l", "(（", rf"""
        [(（] (?: (?:农历|阴历)[^()（）\n]{{2,9}} | [正腊冬{CN}]{{1,2}}月[初廿十二三][{CN}]{{0,2}} ) [)）]""", begins=False),
    # --- weeks ---
    # 上周五, 本周, 下星期; not 本周期, 周一至周五
    DateWord("week", "W", "上下本这", rf"""
        (?: [上下](?<![以线网]上|[以线]下)[个一]? | 本 | 这 ) (?:周|星期|礼拜)
        (?: [一二三四五六日天末](?![至到]) | {no("边 期 年 围 密 全 转 到 岁 口 村 庄 家")} )""", then="周星礼个一"),
    # --- names and plans ---
    # 12·16 of “12·16”火灾; not 11·5%, 6.4级地震
    DateWord("name", "N", "0", rf"{DIGIT}[0-9]?[·•‧∙・.][0-9]{{1,2}}(?![0-9%％.·个亿万级])", then="·•‧∙・."),
    # 第十四个五年规划
    DateWord("long_plan", "Z", "第", rf"第[{CN}]{{1,3}}个五年(?:规划|计划)"),
    # 十四五, 九五
    DateWord("plan", "Z", "一", rf"[{CN}](?<![{CN}百千万两几第、0-9][{CN}])[{NINE}]?五(?![{CN}百千万])"),
    # --- centuries, decades, seasons ---
    # 本世纪, 上世纪80年代, 二十世纪九十年代, 21世纪, 九十年代, 1990年代
    DateWord("century", "C", "上下本0一廿", rf"""
        (?: [上下]个? | 本 | {DIGIT}[0-9]? | {CN_FIRST}[{CN}]{{0,2}} ) 世纪 (?: [1-9]0年代 | [{NINE}]{{1,2}}十年代 )?
      | {DIGIT}[0-9][0-9]0年代
      | (?: [1-9](?<![0-9.][1-9])0 | {CN_FIRST}[{NINE}]?十 ) 年代""", then="世个年一"),
    # 今春, 去冬; 春季 of 今年春季
    DateWord("season", "s", "今去明", r"[今去明](?<![当如]今|[过失]去|文明)[春夏秋冬](?![天季]?装)[天季]?", then="春夏秋冬"),
    DateWord("named_season", "s", "春夏秋冬", r"[春夏秋冬](?: [天季](?!节) | (?= $ | [，。、,] ) )", begins=False),
    DateWord("holidays", "h", "暑寒", r"[暑寒]假", begins=False),
    # --- counted ---
    # 第三天 of 国庆假期第三天
    DateWord("nth_of_holiday", "g", "倒第最前后头", rf"""
        (?: (?<=国庆假期) | (?<=国庆长假) | (?<=国庆期间) | (?<=国庆节假期) | (?<=国庆黄金周) | (?<=十一长假) | (?<=十一黄金周) )
        (?: (?:倒数)?第 | 最后 | [前后头] ) {COUNT}天""", begins=False),
    # 第二天, 最后一天, 前4天, 前十一个月, 首月, 第8个月, 倒数第364天
    DateWord("nth", "K", "倒第最前后头首", rf"""
        倒数第{COUNT}天 | 第{COUNT}(?:天|个?月) | 最后{COUNT}(?:天|个月) | [前后头]{COUNT}(?:个月|个?季度|[天月]) | 首月
        """, begins=False, then="数后0一两俩仨百月"),
    # 前10个月
    DateWord("first_months", "K", "前头", rf"[前头](?<![以之目提此往向]前){COUNT}(?:个月|月)", then="0一两俩仨百"),
    # 的31天前 of 2月13号的31天前, 之后三天 of 明天的之后三天
    DateWord("offset", "j", "的0一两俩仨百前后", rf"""
        的?{COUNT}(?:天|个月|年|周)[之以]?[前后](?![{CN}0-9往来期列沿景进续]) | [前后]的?第{COUNT}天""", begins=False),
    DateWord("following_days", "k", "的之往向", rf"的?(?:之后|往后|向后){COUNT}天", begins=False),
    # 未来五年, 今后三年内, 下三个月
    DateWord("counted_ahead", "V", "未今接往下后", rf"""
        (?: 未来 | 今后 | 接下来 | 往后 | [下后](?<![以线之今此然最落剩余留]下|[以之今此然最落先前滞推延]后) ) 的?
        {FEW}{SOME} (?:{JOIN}{FEW})? {UNIT}{SOME} (?: 时间 | [之以]?内 | 里 )? (?!级)""", then="来后下往的0一两俩仨百"),
    # 过去一年, 即将过去的一年, 近三年来, 最近半个月, 前两年; not 提前一年, 学前一年, 将近三年
    DateWord("counted_back", "V", "即过最近往向之此前上", rf"""
        (?: (?:即将)?过去 | 最近 | 近(?<![最附靠接临邻亲将]近) | 往前 | 向前 | 之前 | 此前
          | 前(?<![以之目提此往向年月日度学产孕婚岗灾震节会元划期”]前)
          | 上(?<![以线网早晚加]上) ) [的这]?
        (?:{FEW}|(?<=近)半){SOME} (?:{JOIN}{FEW})? {UNIT}{SOME} (?: 以?来 | 内 | 里 | 间 )?""", then="将去近前的这半0一两俩仨百"),
    # 三年内, 一年来, 三个多月以来, 3年半以前, 半年后, 二十几年前
    DateWord("counted", "V", "0一廿两俩仨百半", rf"""
        (?: {NUMBER}[几多余]?(?:{JOIN}{FEW})? | 半(?<![一两三四五六七八九大小多上下前后]半) ) {SOME}{UNIT}{SOME}
        (?: 以来 | 来(?![自说看得临到宾华]) | [之以]?(?: 内{NOT_WITHIN} | 前{NOT_AGO} | 后{NOT_LATER} ) )
        """, then="几多余半年个月季天日周星至到百一两俩仨-—–~～－―─"),
    # 这五年, 这一年
    DateWord("this_many", "v", "这", rf"这{COUNT}年[来间]?"),
    # --- between and behind ---
    # 至今 of 2001年至今
    DateWord("until_now", "T", "起开至到", r"(?:起|开始)?[至到](?: 今(?![年后天日晚明]) | 现在 | 目前 )", begins=False),
    # 至 of 3月至5月, / of 2022/2023年
    DateWord("join", "~", " 起开-—–~～－―─至到/", rf"""
        \ ?(?:起|开始)?{JOIN}\ ?(?=[0-9{CN}今去明昨后次本下上同廿年元*＊×xX前未正腊农大春国中清端除])
      | (?<=[0-9]{{4}})/(?={NEXT_YEAR_DIGITS}\ ?年)""", begins=False),
    # 、 of 30日、31日
    DateWord("list", ",", "、和及与以或，", rf"{LIST}(?=[0-9{CN}*＊×xX廿]) | ，(?=[0-9]{{1,2}}号)", begins=False),
    DateWord("same_period", "t", "同", r"同期", begins=False),
    DateWord("around", "a", "左前上", r"左右(?!手) | 前后 | 上下(?= [，。、,] | $ )", begins=False),
    DateWord("since", "^", "以来", r"以来 | 来(?=[，,。])", begins=False),
    DateWord("during", "u", "前期假小长黄佳当时", r"前夕 | 期间 | 假期 | 小长假 | 长假 | 黄金周 | 佳节 | 当天 | 当日 | 时节", begins=False),
    DateWord("before", "<", "之以前", rf"[之以]前 | 前{NOT_BEFORE}", begins=False),
    # 前 of 9月底前23家企业, 9月底前进场, 20日前提交; not 8月10日前三天, 10日前往
    DateWord("before_all", "<", "前", rf"""
        (?<=[底末日号旬])前 (?! [往来后夕期沿列述瞻程移行途] | 进(?![场行入驻村园厂]) | 不久
                             | (?:[0-9]+|[{CN}两百]+) [多余]? (?:天|日|年|个?月|个?工作日|周|个?季度) )""", begins=False),
    # ”前 of “五一”前
    DateWord("before_quoted", "<", '”’"', rf"[”’\"] 节? (?: [之以]前 | 前(?!后){NOT_BEFORE} )", begins=False),
    DateWord("after", ">", "之以后", rf"[之以]后 | 后{NOT_AFTER}", begins=False),
    # 的 of 去年的今天
    DateWord("of", "e", "的", rf"的(?=[0-9{CN}今昨明后前第最早晚上下])", begins=False),
)  # fmt: skip
"""In order of preference: the first that fits is taken."""

SECOND = (
    f"0-9{CN}〇零○O两俩仨百多几余半年月日号號季世天周个個星礼旬今明后末底初内晚晨早夜冬春夏秋来去将近前下历头"
    "./·•‧∙・~\\-—–～－―─至到、和及与以或*＊×xX度 "
)
"""The second characters of words that begin a date, festivals apart: a cheap sieve before the patterns."""

AFTER_DIGIT = (
    rf"[0-9]{{3}}(?:\ ?年|[-./]|{JOIN}|{LIST}|[0-9]{{4}})|[0-9]?[0-9*＊×xX]{{1,3}}年"
    rf"|[0-9]{{0,2}}(?:\ ?[年月日号號天周世季]|0年代|个[月半季星多]|[多几余半][年天月个]|\ ?(?:{JOIN}|{LIST})\ ?[0-9{CN}*＊×xX]"
    r"|[·•‧∙・/][0-9]|\.[0-9]{1,2}[”’\"])"
)
"""What follows the first digit of a date: most numbers are none, and this is the cheapest place to leave them."""
