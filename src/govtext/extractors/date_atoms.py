"""The words that dates are made of, each with a letter; `date_grammar` reads the letters.

Part of the dates extractor. A text is read left to right: a word that can begin a date begins a run, and what follows
without a gap (`2024年` `5月` `6日` `上午`, letters `YMDP`) goes on with it. A word's pattern says only how it looks; whether
it is a date is for `accept` (what stands around it) and for the grammar (what stands beside it).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from attrs import frozen

from ..calendars import festivals

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["Atom", "runs"]

MAX_RUN = 48
"""Words of one run: `1日、2日、3日…` goes on in the next one. The longest seen in print has 14."""


@frozen(slots=True)
class Atom:
    """One word of a date: its letter and its place."""

    letter: str
    start: int
    end: int
    text: str


# Pieces. The first digit of a number must not continue another (`12345月`, `1.5月`), the same in Chinese (`二十一`);
# the looking back comes after the first character, so that the search still skips by first characters.
DIGIT = r"[0-9](?<![0-9A-Za-z.·/][0-9])"
CN = "一二三四五六七八九十"
CN_FIRST = rf"[{CN}廿](?<![{CN}百千万第几数][{CN}廿])"
NUMBER = rf"(?:{DIGIT}[0-9]{{0,2}}|[{CN}廿两俩仨百](?<![{CN}百千万第几数][{CN}廿两俩仨百])[{CN}百]{{0,3}})"
COUNT = rf"(?:[0-9]{{1,4}}|[{CN}两俩仨百]{{1,4}})"
FEW_COUNT = rf"(?:[0-9]{{1,3}}|[{CN}两俩仨百]{{1,4}})"
HIDDEN_MARK = r"[*×xX]{1,3}"
JOIN = r"(?:[-—–~～－―─]{1,2}|[至到])"
LIST = r"(?:、|和|及|与|以及|或)"
SEVERAL = rf"(?:\ ?(?:{JOIN}|{LIST})\ ?(?:[0-9]{{1,2}}|[{CN}]{{1,3}})){{1,8}}\ ?(?:[日号月]|季度)"
SPAN_UNIT = r"(?:年|个?[半多]?月|个?季度|天|日|周|个?星期)"
MORE_OR_HALF = r"(?:多|半)?"
NO_YEAR_BEFORE = "0-9一二三四五六七八九十百千万几多两半数近往历每常整学青少中老壮成童幼同某末新当该周"

PATTERNS: tuple[tuple[str, str, str, str], ...] = (
    # (group name, letter, pattern, where it may stand: "start" anywhere, "next" only behind another word)
    # --- whole dates in digits ---
    # 2024-05-06, 2024/5/6, 2024.5.6, 1994.01-19, 20240506, 2024-05-06T
    ("numeric", "O", rf"(?:{DIGIT}(?:(?<=1)9|(?<=2)0)[0-9]{{2}}(?:[-./][0-9]{{1,2}}[-./][0-9]{{1,2}}(?![0-9]|[-./][0-9]{{1,3}}(?![0-9.]))日?T?"
                     r"|(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9])日?))", "start"),
    # 1999.08, only where nothing is measured by it
    ("year_month", "o", rf"(?:{DIGIT}(?:(?<=1)9|(?<=2)0)[0-9]{{2}}[./](?:0[1-9]|1[0-2])(?=$|[\s)）】\]、，。,；;]|{JOIN}\ ?(?:19|20)))", "start"),
    # --- years ---
    # 2024年, ２００９年, 2020年度, 二〇三五年, 20**年
    ("year", "Y", rf"(?:(?:{DIGIT}[0-9]{{3}}|[12](?<![0-9.][12])[0-9]?{HIDDEN_MARK}|[一二](?<![{CN}百千第〇零][一二])[{CN[:9]}〇零○O0]{{3}})\ ?年"
                  r"(?:度(?!过))?(?!代|会(?!议)|多|的?历史|的?文明))", "start"),
    # 98年4月, 07年第三季度, 06年, 九八年
    ("short_year", "Y", rf"(?:{DIGIT}[0-9]年(?=\ ?[0-9]{{1,2}}月|[{CN}]{{1,2}}月|第?[一二三四1-4首]季度?|第[0-9{CN}]{{1,2}}个月|冬至|[大小]寒|[上下]半年|端午|前)"
                        rf"|0(?<![0-9.]0)[0-9]年(?!度)|[{CN[:9]}零〇](?<![{CN}百千万第几数、，,][{CN[:9]}零〇])[{CN[:9]}零〇]年(?!级|内|制|来|计划))", "start"),
    # 2021-2025年, 2021、2022年, 2008.03-2009, (2021—2025), 1985到89年9月
    ("bare_year", "y", rf"(?:{DIGIT}(?:(?<=1)9|(?<=2)0)[0-9]{{2}}(?=\ ?(?:[-—–~～－―─]{{1,2}}|[至到、和])\ ?(?:19|20)[0-9]{{2}}\ ?年|(?:、(?:19|20)[0-9]{{2}}){{1,8}}[、和](?:19|20)[0-9]{{2}}年"
                       rf"|[-—–~～－―─]{{1,2}}(?:19|20)[0-9]{{2}}(?![-./0-9])|[至到][0-9]{{2}}年\ ?[0-9]{{1,2}}月))", "start"),
    ("last_year_of_range", "y", r"(?:(?:19|20)[0-9]{2}(?![-.0-9年]))", "next"),
    # 今年, 去年, 上年, 明年, 本年度, 次年
    ("relative_year", "R", r"(?:今年(?<![当如]今年)(?!轻|青|龄|度)|去年(?<![过失]去年)(?!轻|均|代|华)|大?前年(?<![以之此目]前年)(?!度)"
                           r"|[明](?<![文声申说证透表注标鲜光聪黎]明)年(?!均|级)|大?后年(?<![今之以此最然前落灾节会战产]后年)(?!均|度|级)"
                           r"|上一?年(?:度|(?=[同末底初实结增决])|(?=$|[，。、,.)）]))|上年(?<=[比较由与从于超占按据在]上年)|上一年"
                           r"|下一?年(?:度|(?=[0-9])|(?=$|[，。、,.]))|本年(?:度|(?=[末底初内]))|次年|翌年|今年度)", "start"),
    # 今明两年, 明后两年, 去今两年, 今明后三年
    ("named_years", "J", r"(?:(?:去(?<![过失]去)今明?|今(?<![当如]今)明后?|明(?<![文声申说证透]明)后)[两二三]年)", "start"),
    # 全年, 年内
    ("whole_year", "z", r"(?:全年(?<![安健完齐保周]全年)(?!龄|轻|级|度))", "start"),
    ("within_year", "I", rf"(?:年内(?<![{NO_YEAR_BEFORE}]年内)(?!部|外|容|涵|在|需))", "start"),
    ("within_named_year", "I", r"(?:年?(?:之)?内(?!部|外|容|涵|在|需))", "next"),
    # 年底, 年初, 月底
    ("end_of_year", "B", rf"(?:年(?:底|末(?!岁)|初)(?<![{NO_YEAR_BEFORE}]年.))", "start"),
    ("end_of_month", "B", r"(?:月(?:底|末|初)(?<![0-9一二三四五六七八九十个半份每正腊本当上下岁]月.))", "start"),
    # --- quarters and halves ---
    # 一季度, 第三季度, 首季, Q1季度, 前三季度, 前两个季度
    ("quarter", "Q", rf"(?:第?[一二三四首](?<![{CN}百千个][一二三四首])季度|第?[1-4](?<![0-9.][1-4])季度|首季(?!节)|Q[1-4](?:季度)?(?![0-9A-Za-z])"
                     r"|[前头](?<![提以之目]前)[一二两三23](?:个)?季度)", "start"),
    ("relative_quarter", "q", r"(?:(?:[上下](?<![以线晚]上|[以线]下)一?个?|本|这个?|当)季度)", "start"),
    ("half_year", "H", r"(?:[上下前后](?<![大以之]前)半年(?!内|以|来|多))", "start"),
    # --- months ---
    # 5月, 十二月份, 元月, *月*日
    ("lunar", "L", rf"(?:(?:农历|阴历|旧历)(?:[0-9]{{4}}年|[{CN}〇零]{{4}}年)?闰?(?:[正腊冬{CN}]{{1,2}}月(?:初[{CN}]|[廿{CN}]{{1,3}})?)"
                   rf"|(?:正(?<![真反公]正)|腊|冬(?<![秋今去]冬))月(?:初[{CN}]|[廿{CN}]{{1,3}})?(?!子)|大年初[{CN}]|{CN_FIRST}[一二]?月(?:初[{CN}]|廿[{CN[:9]}]?))", "start"),
    ("month", "M", rf"(?:(?:{DIGIT}[0-9]?|{CN_FIRST}[一二]?|元(?<![0-9百千万亿十]元)|{HIDDEN_MARK}(?=月[*×xX0-9]{{1,3}}日))\ ?月份?"
                   r"(?![龄嫂饼亮球租薪光色坛牙饷均]|之[内久]|有余|(?<=三月)三(?![日十号號至、])|(?<=六月)六(?![日号])|(?<=九月)九(?![日号])))", "start"),
    ("hidden_month", "M", rf"(?:{HIDDEN_MARK}月份?)", "next"),
    # 本月, 上个月, 下月
    ("relative_month", "S", r"(?:(?:[上下](?<![以线晚网早]上|[以线]下)一?[个個]?|本|这[个個]?|今[个個]|当)月份?(?!球|亮|饼|台|刊|季))", "start"),
    # 上旬, 上中旬
    ("ten_days", "X", r"(?:[上中下](?:、?[中下])?旬)", "next"),
    ("edge", "E", r"(?:年?(?:底(?!线|数|气|板|部|色|蕴|层|盘|子)|末(?!端|位|梢)期?|初(?!步|级|中|审|心|衷|稿|选|查|始|任|建|具|验|现|见)期?|伊始)|[前中后]期|中叶)", "next"),
    # --- days ---
    # 6日, *日; 号 and Chinese numerals in a letter of their own: 三日 may be a length, 12号 a number
    ("day", "D", rf"(?:(?:{DIGIT}[0-9]?|{HIDDEN_MARK})\ ?日(?!元(?!旦)|语|报(?!道|告|送|到|名|请)|常(?!务|委)|均(?!衡|匀|可)|用品|游(?!客)|[内期]|记(?!者)))", "start"),
    ("other_day", "d", rf"(?:{DIGIT}[0-9]?\ ?[号號](?!线|楼|院|文|令|公|台|机|井|码|召|店|坑|池|厂|库|地|馆|门|桥|路|段|标|工)"
                       rf"|[{CN}廿卅](?<![{CN}百千万第几数每][{CN}廿卅])[{CN}]{{0,2}}[日号號](?!元|语|游|千里|之[内前]|三|两|[内期]|[之以]?后))", "start"),
    ("bare_day", "m", rf"(?:(?:[0-9]{{1,2}}|(?=[{CN}]?[十廿])[{CN}廿]{{1,3}})(?=$|[，。；,)）\s]|[至到]\ ?[0-9]))", "next"),
    # 7 of 7-8月, 九 of 九、十月份, 12 of 12-19日
    # 第三 of 第三、四季度
    ("ordinal_number", "n", rf"(?:第[一二三1-3](?=(?:{JOIN}|{LIST})第?[二三四2-4]季度))", "start"),
    ("number", "n", rf"(?:(?:{DIGIT}[0-9]?|{CN_FIRST}[{CN}]{{0,2}}|{HIDDEN_MARK})(?={SEVERAL}))", "start"),
    # 昨天, 今日, 当晚
    ("relative_day", "G", r"(?:大?前天(?<![以之目提]前天)(?!气|然|津|府|河|下|空|数|时)|[昨今明](?<![文声说证透黎好的]明|[如当]今)[天日](?!下(?!午)|地|气)(?!头条|说法|关注|之星)"
                          r"|大?后天(?<![以之今最]后天)(?!寒|气|下|性|空)|[昨今明](?<![文声说证透]明)晚(?!报|年|期)|[今明][晨早](?<![文声说证透]明.)|[昨今]夜|当[天日晚](?<![每相适][当][天日晚])|同日|翌日|次日(?<![0-9一二三四五六七八九十百多几每首届第]次日)(?!本))", "start"),
    # --- behind a day ---
    ("part_of_day", "P", r"(?:上午|下午|中午|正午|晚上|晚间|凌晨|清晨|早上|早晨|早间|傍晚|深夜|子夜|午夜|半夜|夜间|夜里|午后|黎明|拂晓|白天"
                         r"|晚(?!会|宴|报|些|于|餐|饭|期|年|稻|自|高|熟)|早(?!已|在|日|期|稻|餐|报|盘|些|于|该|就|晚|做|谋|熟)|晨(?!练|会|报|检)|夜(?!市|景|校|游|经|晚|班|以))", "next"),
    # 16:00, 9时30分, 9点半, 20时许, 8时至12时
    ("clock", "c", rf"(?:[ \u3000]{{0,2}}(?:[0-2]?[0-9][:：][0-5][0-9](?:[:：][0-5][0-9])?(?![0-9])(?:\ ?{JOIN}\ ?[0-2]?[0-9][:：][0-5][0-9])?"
                   rf"|(?:[0-9]{{1,2}}|[零{CN}]{{1,3}})(?:时(?!间|候|刻|期|代|段|节)|点(?=[整半钟许，,。；;)）0-5前]|$|{JOIN}|[零{CN}]{{1,3}}分))"
                   rf"(?:整|半|钟|许|(?:[0-9]{{1,2}}|[零{CN}]{{1,3}})分?(?:[0-9]{{1,2}}秒)?)?许?(?:{JOIN}[0-9]{{1,2}}[时点](?:[0-9]{{1,2}}分)?)?))", "next"),
    # 星期一, (周三)
    ("weekday", "w", r"(?:\ ?[(（]?(?:星期|周|礼拜)[一二三四五六日天](?!至|到)[)）]?)", "next"),
    # 昨天(24日)
    ("day_in_brackets", "p", r"(?:[(（](?:[0-9]{4}年)?(?:[0-9]{1,2}月)?[0-9]{1,2}日[)）])", "next"),
    # 2月10日(农历正月初一)
    ("lunar_in_brackets", "l", r"(?:[(（](?:(?:农历|阴历)[^()（）\n]{2,9}|[正腊冬一二三四五六七八九十]{1,2}月[初廿十二三][一二三四五六七八九十]{0,2})[)）])", "next"),
    # --- weeks ---
    # 上周五, 本周, 下星期
    ("week", "W", r"(?:(?:[上下](?<![以线网]上|[以线]下)(?:个|一)?|本|这)(?:周|星期|礼拜)(?:[一二三四五六日天末](?!至|到)|(?!边|期|年|围|密|全|转|到|岁|口|村|庄|家)))", "start"),
    # --- lunar ---
    # 正月初八, 农历八月十五, 腊月, 大年初三, 五月廿二, 阴历二〇二一年六月
    # --- names: dates by which an event is called ---
    ("name", "N", rf"(?:{DIGIT}[0-9]?[·•‧・.][0-9]{{1,2}}(?![0-9%％.·个亿万级]))", "start"),
    # --- plan periods ---
    ("long_plan", "Z", rf"(?:第[{CN}]{{1,3}}个五年(?:规划|计划))", "start"),
    ("plan", "Z", rf"(?:[{CN}](?<![{CN}百千万两几第、0-9][{CN}])[{CN[:9]}]?五(?![{CN}百千万]))", "start"),
    # --- centuries and decades ---
    # 本世纪末, 上世纪80年代, 二十世纪九十年代, 21世纪, 九十年代
    ("century", "C", rf"(?:(?:[上下]个?|本|{DIGIT}[0-9]?|{CN_FIRST}[{CN}]{{0,2}})世纪(?:[1-9]0年代|[{CN[:9]}]十年代)?|{DIGIT}[0-9][0-9]0年代|(?:[1-9](?<![0-9.][1-9])0|{CN_FIRST}十)年代)", "start"),
    # --- seasons ---
    ("season", "s", r"(?:[今去明](?<![当如]今|[过失]去|文明)[春夏秋冬](?![天季]?[装装])[天季]?)", "start"),
    ("named_season", "s", r"(?:[春夏秋冬](?:[天季](?!节))|[春夏秋冬](?=$|[，。、,]))", "next"),
    ("holidays", "h", r"(?:[暑寒]假)", "next"),
    # --- counted from the anchor ---
    # 未来五年, 今后三年内, 过去一年, 近三年来, 前两年, 下三个月
    ("nth", "K", rf"(?:倒数第{COUNT}天|第{COUNT}(?:天|个?月)|最后{COUNT}(?:天|个月)|[前后头]{COUNT}(?:个月|个?季度|[天月])|首月)", "next"),
    ("first_months", "K", rf"(?:[前头](?<![以之目提此往向]前){COUNT}(?:个月|月))", "start"),
    ("offset", "j", rf"(?:的?{COUNT}(?:天|个月|年|周)(?:之|以)?[前后](?![{CN}0-9往来期列沿景进续])|[前后]的?第{COUNT}天)", "next"),
    ("following_days", "k", rf"(?:的?(?:之后|往后|向后){COUNT}天)", "next"),
    ("counted_ahead", "V", rf"(?:(?:未来|今后|接下来|往后|[下后](?<![以线之今此然最落]下|[以之今此然最落先前]后))的?{FEW_COUNT}{MORE_OR_HALF}(?:{JOIN}{FEW_COUNT})?{SPAN_UNIT}{MORE_OR_HALF}(?:时间|之内|以内|内|里)?(?!级))", "start"),
    ("counted_back", "V", rf"(?:(?:过去|最近|近(?<![最附靠接临邻亲将]近)|往前|向前|之前|此前|前(?<![以之目提此往向年月日度学产孕婚岗灾震节会元划期”]前)|上(?<![以线网早晚加]上))(?:的|这)?{FEW_COUNT}{MORE_OR_HALF}(?:{JOIN}{FEW_COUNT})?{SPAN_UNIT}{MORE_OR_HALF}(?:以来|来|内|里|间)?)", "start"),
    # 三年内, 60日内, 一年来, 三个多月以来, 3年半以前, 半年后, 七年后, 二十几年前
    ("counted", "V", rf"(?:(?:{NUMBER}[几多余]?|半(?<![一两三四五六七八九大小多]半)){MORE_OR_HALF}{SPAN_UNIT}{MORE_OR_HALF}(?:(?:以来|来(?![自说看得临到宾华]))|(?:之|以)?(?:内(?!部|外|容|涵|在|需)"
                     r"|前(?!往|来|期|列|沿|景|进|后|半|三|两|置|端|提|任|身|言|方|线|十)|后(?!期|续|备|勤|来|方|面|半|劲|[0-9]))))", "start"),
    # 这五年, 这一年
    ("this_many", "v", rf"(?:这{COUNT}年(?:来|间)?)", "start"),
    # 第二天, 最后一天, 前4天, 前十一个月, 首月, 第8个月, 后三月, 倒数第364天
    # --- offsets from a day: 2月13号的31天前, 明天的之后三天 ---
    # --- between and behind ---
    ("until_now", "T", r"(?:(?:起|开始)?[至到](?:今(?![年后天日晚明])|现在|目前))", "next"),
    ("join", "~", rf"(?:\ ?(?:起)?(?:{JOIN})\ ?(?=[0-9{CN}今去明昨后次本下上同廿年元*×xX前未]))", "next"),
    ("list", ",", rf"(?:{LIST}(?=[0-9{CN}*×xX廿])|，(?=[0-9]{{1,2}}号))", "next"),
    ("same_period", "t", r"(?:同期)", "next"),
    ("around", "a", r"(?:左右(?!手)|前后|上下(?=[，。、,]|$))", "next"),
    ("since", "^", r"(?:以来|来(?=[，,。]))", "next"),
    ("eve", "u", r"(?:前夕)", "next"),
    ("during", "u", r"(?:期间|假期|小长假|长假|黄金周|佳节|当天|当日|时节)", "next"),
    ("before", "<", r"(?:(?:之|以)前|前(?!往|来|期|列|沿|景|进|夕|半|[一二两三四五六七八九十0-9几]|置|端|提|任|身|言|方|线|面|所|辈|哨|锋|不|述|瞻|程|者|款))", "next"),
    ("after", ">", r"(?:(?:之|以)后|后(?!期|续|备|勤|来|方|面|半|劲|[一二两三四五六七八九十0-9几]|者|段|盾|台|代|果|天|年))", "next"),
    ("of", "e", rf"(?:的(?=[0-9{CN}今昨明后前第最早晚上下]))", "next"),
)  # fmt: skip


def _word_pattern(words: list[str]) -> str:
    """Words as one pattern, branched on shared beginnings; the longest of those that fit wins.

    >>> _word_pattern(["国庆", "国庆节", "元旦"])
    '(?:元旦|国庆(?:节)?)'
    """
    branches: dict[str, list[str]] = {}
    for word in words:
        branches.setdefault(word[:1], []).append(word[1:])
    parts: list[str] = []
    for first, tails in sorted(branches.items()):
        rest = [tail for tail in tails if tail]
        if not rest:
            parts.append(first)
            continue
        shared = _shared_beginning(rest) if len(rest) == len(tails) else ""
        inner = _word_pattern([tail[len(shared):] for tail in rest]) if len(rest) > 1 else rest[0][len(shared):]
        if len(rest) == len(tails):
            parts.append(first + shared + inner)
        else:
            parts.append(f"{first}(?:{inner})?")
    return f"(?:{'|'.join(parts)})"


def _shared_beginning(words: list[str]) -> str:
    if len(words) == 1:
        return ""
    shared = words[0]
    for word in words:
        while not word.startswith(shared):
            shared = shared[:-1]
    return "" if shared in words else shared


@frozen(slots=True)
class _Lexer:
    """The compiled patterns: where a word may begin, the words that begin a run by their first character, those that go on."""

    candidate: re.Pattern[str]
    starts: Mapping[str, re.Pattern[str]]
    nexts: re.Pattern[str]


SECOND = (
    f"0-9{CN}〇零○O两俩仨百多几余半年月日号號季世天周个個星礼旬明后末底初内晚晨早夜冬春夏秋来去近前下历头"
    "./·•‧・~\\-—–～－―─至到、和及与以或*×xX度 "
)
"""The second characters of words that begin a date, festivals apart: a cheap sieve before the patterns."""


@cache
def _lexer(names: tuple[str, ...]) -> _Lexer:
    """The patterns with these festivals."""
    parts = {name: f"(?P<{name}>{pattern})" for name, _, pattern, _ in PATTERNS}
    words = [f"(?P<festival>{_word_pattern(list(names))})"] if names else []
    festive = {name[0] for name in names}
    compiled: dict[tuple[str, ...], re.Pattern[str]] = {}
    starts: dict[str, re.Pattern[str]] = {}
    for char in {*DIGITS, *NUMERALS, *festive, *(c for firsts in FIRSTS.values() for c in firsts)}:
        group = "0" if char in DIGITS else "一" if char in CN else char
        fitting = tuple(name for name in FIRSTS if group in FIRSTS[name])
        with_words = words if char in festive else []
        key = (*fitting, *with_words)
        if key not in compiled:
            compiled[key] = re.compile("|".join([*(parts[name] for name in fitting), *with_words]))
        starts[char] = compiled[key]
    seconds = "".join(sorted({name[1:2] for name in names}))
    firsts = re.escape("".join(sorted(starts)))
    candidate = f"[{firsts}](?:(?<![0-9])(?=[{SECOND}{seconds}])|(?<=[0-9])(?<![0-9.·][0-9])(?={AFTER_DIGIT}))"
    return _Lexer(re.compile(candidate), starts, re.compile("|".join([*parts.values(), *words])))


AFTER_DIGIT = (
    rf"[0-9]{{3}}(?:\ ?年|[-./]|{JOIN}|{LIST}|[0-9]{{4}})|[0-9]?[0-9*×xX]{{1,3}}年"
    rf"|[0-9]{{0,2}}(?:\ ?[年月日号號天周世季]|0年代|个[月半季星多]|[多几余半][年天月个]|\ ?(?:{JOIN}|{LIST})\ ?[0-9{CN}*×xX]"
    r"|[·•‧・/][0-9]|\.[0-9]{1,2}[”’\"])"
)
"""What follows the first digit of a date: most numbers are none, and this is the cheapest place to leave them."""

DIGITS = "0123456789"
NUMERALS = f"{CN}廿卅两俩仨百零〇"
FIRSTS: Mapping[str, str] = {
    "numeric": "0", "year_month": "0", "year": "0一", "short_year": "0一零〇", "bare_year": "0",
    "relative_year": "今去大前明后上下本次翌", "named_years": "去今明", "whole_year": "全", "within_year": "年",
    "end_of_year": "年", "end_of_month": "月", "quarter": "第0一首Q前头", "relative_quarter": "上下本这当",
    "half_year": "上下前后", "lunar": "农阴旧正腊冬大闰一廿", "month": "0一廿元*×xX", "relative_month": "上下本这今当",
    "day": "0*×xX", "other_day": "0一廿卅", "number": "0一廿*×xX", "ordinal_number": "第", "relative_day": "大前昨今明后当同翌次",
    "week": "上下本这", "name": "0", "long_plan": "第", "plan": "一", "century": "上下本0一廿", "season": "今去明",
    "first_months": "前头", "counted_ahead": "未今接往下后", "counted_back": "过最近往向之此前上",
    "counted": "0一廿两俩仨百半", "this_many": "这",
}  # fmt: skip
"""The first characters of the words that may begin a run; 0 stands for all digits, 一 for 一 to 十."""



LETTERS = {name: letter for name, letter, _, _ in PATTERNS} | {"festival": "F"}


def runs(text: str, start: int, end: int, names: tuple[str, ...]) -> Iterator[list[Atom]]:
    """The runs of date words in `text[start:end]`, left to right; `names` are those of the festivals.

    >>> [[(a.letter, a.text) for a in run] for run in runs("于2024年5月6日上午召开，9月底前完成", 0, 20, ())]
    [[('Y', '2024年'), ('M', '5月'), ('D', '6日'), ('P', '上午')], [('M', '9月'), ('E', '底'), ('<', '前')]]
    """
    lexer = _lexer(names)
    starts, go_on = lexer.starts, lexer.nexts.match
    done = start
    for hit in lexer.candidate.finditer(text, start, end):
        at = hit.start()
        if at < done:
            continue
        word = starts[text[at]].match(text, at, end)
        if word is None or not accept(word, text):
            continue
        run: list[Atom] = []
        while word is not None and len(run) < MAX_RUN:
            run.append(Atom(LETTERS[word.lastgroup or ""], word.start(), word.end(), word[0]))
            done = word.end()
            word = go_on(text, done, end)
            if word is None and text[done : done + 1] == " ":
                word = go_on(text, done + 1, end)
            if word is not None and (word.end() == done or not accept(word, text)):
                word = None
        yield run


MARKS = "”’\"'」』"
OPENING = "“‘\"'「『"
PLAN_NOUN = re.compile(r"(?:计划|规划|期间|时期|末|初|以来|以前|目标|纲要|发展|建设|后[一二三]年|前[一二三四]年|开局|收官|中期|头[一二]年|重点)")
NO_PLAN = re.compile(r"(?:[个岁年月日天名条项米里亩%倍层届次家座人只块元分种类万亿、位多]|公[里斤顷]|普法|环境|世界|大[以的报精召胜]|[届中]|左右)")
FESTIVAL_WORD = re.compile(r"节?(?:前夕|前后|前|后|期间|假期|小长假|长假|黄金周|当[天日]|时节|节气|来临|之际|以来|至|到来)")
NO_FESTIVAL = re.compile(
    r"(?:联欢|晚会|团拜|茶话|文化|习俗|民俗|元素|主题|档|诗会|灯会|奖章|奖状|勋章|红旗手|精神|运动会|讲话|[路街村镇乡湖山厂桥]|小学|中学|学校|公园|广场|礼堂|月饼|粽|上河图)"
)
EVENT = re.compile(r"[^，。；、,;“”]{0,10}(?:火灾|山火|事故|地震|暴雨|爆炸|洪[灾水涝]|灾害|坍塌|泥石流|滑坡|专案|案件|大案|惨案|沉船|空难|矿难|透水|疫情|事件|精神|宣传|晚会|消费者|禁毒|国家宪法)")
NOT_ITS_NAME = re.compile(r"(?:工程|战略|计划|功能|模式|体系|布局|个|格局|产业|行动)")
DATE_LABEL = re.compile(r"(?:时间|日期|发布|更新|编辑|[:：]|\n|\s)\s*$")
LENGTH_BEFORE = re.compile(r"(?:起|后|连续|累计|历时|为期|长达|经过|[用花]了?|提前|时[长间]|期限|[满需约达超共])$")
LENGTH_BEHIND = re.compile(r"(?:时间|历史|的?(?:努力|建设|奋斗|历程|发展历史|工作经验)|(?:以上|以下)?的?(?:工龄|刑|租期|经验))")
EVERY = re.compile(r"(?:每(?:年|月|周|个月|季度)?|历年|逐年|常年|〕|］|\]|第|周)$")


def accept(word: re.Match[str], text: str) -> bool:
    """Whether a word is what it looks like, by what stands around it."""
    check = CHECKS.get(word.lastgroup or "")
    return check is None or check(word, text)


def _a_day(word: re.Match[str], text: str) -> bool:
    """Not 每月5日, 〔2021〕12号, 第12号."""
    return EVERY.search(text, max(0, word.start() - 4), word.start()) is None


def _a_plan(word: re.Match[str], text: str) -> bool:
    """“九五”计划, 十四五; not 十四五岁, “八五”普法, “十五大”."""
    end = word.end()
    quoted = text[end : end + 1] in MARKS and text[end : end + 1] != ""
    behind = end + 1 if quoted else end
    if NO_PLAN.match(text, behind) and not (quoted and not text.startswith(("普法", "环境"), behind)):
        return False
    return (len(word[0]) == 3 and word[0][0] == "十") or PLAN_NOUN.match(text, behind) is not None


def _a_festival(word: re.Match[str], text: str) -> bool:
    """国庆, “五一”假期, 2024年冬至; not 五一路, 春节联欢晚会."""
    name, end = word[0], word.end()
    if NO_FESTIVAL.match(text, end):
        return False
    if text[end : end + 1] and text[end] in MARKS:
        end += 1
    followed = FESTIVAL_WORD.match(text, end) is not None
    if followed or text[word.start() - 1 : word.start()] == "年":
        return True
    festival = festivals().get(name)
    return festival is None or festival.bare


def _an_event(word: re.Match[str], text: str) -> bool:
    """“11·4”山火, “5.12”地震; not 19·5%, 4·2, “3.5”."""
    month, day = map(int, re.split(r"\D", word[0]))
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return False
    start, end = word.span()
    quoted = start > 0 and text[start - 1] in OPENING and text[end : end + 1] in MARKS and end < len(text)
    if (quoted or "." not in word[0]) and EVENT.match(text, end + quoted):
        return True
    return quoted and "." not in word[0] and NOT_ITS_NAME.match(text, end + 1) is None


def _a_numeric_date(word: re.Match[str], text: str) -> bool:
    """20240506 only behind a label or a blank, or with 日."""
    if not word[0].isdigit():
        return True
    start = word.start()
    return start == 0 or DATE_LABEL.search(text, max(0, start - 6), start) is not None


def _not_a_length(word: re.Match[str], text: str) -> bool:
    """未来五年, 三年内; not 收到之日起15日内, 用近三年时间."""
    if LENGTH_BEHIND.match(text, word.end()):
        return False
    return LENGTH_BEFORE.search(text, max(0, word.start() - 3), word.start()) is None


def _not_a_heading(word: re.Match[str], text: str) -> bool:
    """九、十月份; not the 三 of a heading, 三、十月份, at the start of a line."""
    start, end = word.span()
    if text[end : end + 1] == "、" and not word[0].isdigit() and (start == 0 or text[start - 1] in "\n\u3000 "):
        first, second = CN.find(word[0]), CN.find(text[end + 1 : end + 2])
        return second == first + 1
    return _a_day(word, text)


CHECKS = {
    "plan": _a_plan,
    "festival": _a_festival,
    "name": _an_event,
    "numeric": _a_numeric_date,
    "day": _a_day,
    "other_day": _a_day,
    "month": _a_day,
    "number": _not_a_heading,
    "quarter": _a_day,
    "counted": _not_a_length,
    "counted_back": _not_a_length,
    "within_year": _a_day,
    "end_of_year": _a_day,
    "half_year": _a_day,
}
