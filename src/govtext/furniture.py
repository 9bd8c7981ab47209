"""The words by which a page's furniture, metadata, inserts and credits are told from its text."""

from __future__ import annotations

from .patterns import lazy

__all__ = [
    "BARE_DAY",
    "CREDIT_LINE",
    "CREDIT_TAIL",
    "CREDIT_UNIT",
    "DAY",
    "FINAL",
    "ITEM",
    "LABEL",
    "LINK_LINE",
    "NOTICE",
    "NO_CREDIT",
    "PATH",
    "PAYWALL",
    "PAYWALL_HINTS",
    "PAYWALL_LINE",
    "PROSE",
    "PUBLISHED",
    "SALUTATION",
    "SPAM",
    "SPELLED_DAY",
    "SUBTITLE",
    "WORDS",
    "has_label",
    "is_furniture",
]


def _any(*patterns: str) -> str:
    """Alternatives, each a pattern of its own."""
    return "|".join(f"(?:{pattern})" for pattern in patterns)


PAYWALL_HINTS = (
    "省略", "会员", "付费", "试读", "完整阅读", "全文", "未完", "当前仅显示", "登录后", "下载后", "此处隐藏", "剩余", "以下内容",
)  # fmt: skip
"""One of these stands in every insert; most pages hold none."""

PAYWALL_WORDS = _any(
    r"省略\s?\d+\s?字",
    r"正式会员|会员可|付费|试读",
    r"完整阅读|阅读全文",
    r"未完[，,。]",
    r"全文共\s?\d+",
    r"当前仅显示",
    r"登录后|下载后",
    r"此处隐藏",
    r"剩余\s?\d+\s?[%字页]",
)

PAYWALL_LINES = _any(
    r"登录后可?(?:查看|阅读|下载)",
    r"(?:点击|扫码)(?:此处)?(?:阅读|查看|下载)全文",
    r"剩余\s?\d+\s?%?\s?(?:未读|内容)",
    r"试读(?:已)?结束|开通会员",
    r"以下内容(?:需|为)|本文(?:为|需)(?:会员|付费)",
)

PAYWALL = lazy(rf"[（(](?=[^（）()]{{0,120}}?(?:{PAYWALL_WORDS}))[^（）()]{{0,400}}(?:[)）]…*|\Z)")
"""`……(某某文秘网…省略897字,正式会员可完整阅读)……`, in a line of its own or in the middle of a sentence."""

PAYWALL_LINE = lazy(rf"^.{{0,40}}(?:{PAYWALL_LINES}).{{0,60}}$")
"""`登录后可查看全文`, a line of its own."""

TOOLS = _any(
    "设为首页|加入收藏|网站首页|网站地图|网站支持ipv6|用户?登录|注册|搜索|检索|返回顶部|返回首页|返回列表",
    "关闭窗口|关闭本页|关闭|打印本页|打印|下载|收藏|全屏|分享到?|分享至|字[号体]|加大|还原|减小|放大|缩小|大|中|小|默认",
    "繁體|简体|无障碍(?:阅读|浏览)?|长者模式|微信|微博|手机版|移动版|举报|纠错|评论|点赞|首页",
    r"政务公开|政务服务|互动交流|走进\w{2,4}|信息公开|新闻中心|english|[at][-+]?|简|繁",
    "智能问答|个人中心|用户中心|退出|app下载|客户端|小程序|发表评论|我要评论|告诉好友|推荐给好友|打印此文|保存|复制链接",
)
"""What the buttons and menus of a portal say, in lower case."""

BUTTON = rf"[【\[（(]?\s?(?:{TOOLS})\s?[:：】\])）]?"
"""One of them, perhaps in brackets: `【打印】`, `字号：`."""

PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"

FURNITURE_LINE = lazy(
    _any(
        r"[^>»›→\n]{1,20}(?:\s?[>»›→]\s?[^>»›→\n]{1,20}){2,}$",  # 首页 > 政务公开 > 要闻
        r"(?:导航\s?[:：]\s?)?(?:网站)?[首主]页\s?(?:[>»›→/|·-]|$)",
        r"今天是\s?[:：]?.{0,12}(?:年|月|星期|\d)|(?:您好[，,！!]?)?(?:热烈)?欢迎(?:您|访问|光临|来到|登录|浏览|使用|关注)",
        r"微信(?:里点|扫一扫)|二维码便可|(?:请?使?用)?手机(?:扫|查看|浏览|阅读)|您是(?:本站)?第\s?\d",
        r"(?:produced|powered|designed)\s?by|技术支持(?:单位)?\s?[:：]|最佳(?:分辨率|浏览效果)|请使用.{0,16}(?:浏览器|浏览|分辨率)",
        r"(?:\S{2,10}网站\s+){1,6}\S{2,10}网站$|[-—]{2,}\s?请?选择",
        r"(?:热点|点击|阅读|本周|一周|今日|热门|24小时)(?:排行榜?|热文|热点|热榜|推荐)$|(?:图片|视频|热点|最新|本地)新闻$|猜你喜欢|大家都在看",
        r"(?:收藏|点赞|分享|评论|赞|顶|踩)\s?[(（]?\s?\d+|(?:网友|新闻|查看|全部)评论|阅读\s?[(（]\d+[)）]$",
        r"(?:热搜词?|热门搜索|搜索热词|热词)\s?[:：]|请?输入.{0,4}(?:关键[字词]|内容)",
        r"附件(?:下载|列表)\s?[:：]?$|(?:没有了|暂无|已是(?:第一|最后一?)[篇条])[！!。]?$",
        r"违法和不良信息|不良信息举报|.{0,12}许可证\s?(?:编?号)?\s?[:：]|.{0,8}经营许可证$|本(?:站|网站?)由.{2,30}(?:主办|承办|维护|建设)",
        rf"{BUTTON}(?:[\s|｜/]*{BUTTON}|[\s|｜/]+\S{{2,4}}(?!\S)){{0,8}}$",
        rf"[【\[](?:{TOOLS})[】\]]",
        r"(?:[\[【(（]?\d{1,3}[\]】)）]?\s*){1,12}(?:上|下|末|尾)一?页|(?:[上下]一页|末页|尾页)",
        r"[【\[(（]?\s?(?:上|下|前|后)\s?一?\s?(?:条|篇|页|则|张)\s?[】\])）]?\s?[:：]|(?:上一篇|下一篇|上一条|下一条)",
        r"(?:相关|推荐|热门|热点|最新|延伸|更多)(?:链接|新闻|阅读|文章|稿件|信息|附件|专题|资讯|报道|内容|解读|文档)\S{0,6}$",
        r"[•·●\s]*(?:与我们联系|联系我们|关于我们|网站声明|免责声明|友情链接|网站导航)",
        r"[•·●\s]*(?:联系|咨询|服务|监督|举报|值班|投稿|新闻)?"
        r"(?:电\s*话|热\s*线|邮\s*箱|传\s*真|地\s*址|邮\s*编|邮政编码|e-?mail|qq群?|微信号?)\s?[:：]",
        r"[主承协]办(?:单位)?\s?[:：]|主管(?:单位)?\s?[:：]",
        r"(?:扫一扫|扫码|长按|关注)\S{0,24}$",
        r"\s?(?:https?://|www\.)\S+\s?$|第?\s?\d{1,3}\s?/\s?\d{1,3}\s?页?$|共?\s?\d+\s?页",
    )
)
"""How a line begins that is no part of its article, in lower case."""

FURNITURE_SIGN = lazy(
    r"现在的?(?:所在)?位置|当前的?(?:所在)?位置|所在的?(?:所在)?位置"  # 您现在的位置:首页 > 新闻
    r"|当前页面\s?[:：>是]|当前栏目\s?[:：>是]"
    r"|首\s?页\s?(?:[>»›/|·-]|$)"
    r"|字\s?[号体]\s?[:：]"
    r"|copyright|©|all\s?rights\s?reserved|版权所有|版权归|版权声明"
    rf"|icp备(?:(?<=[{PROVINCES}]icp备)|(?<=[{PROVINCES}]\sicp备))"
    r"|公网安备|网站标识码|政府网站找错|许可证编?号"
    r"|技术支持\s?[:：]|建议使用.{0,20}浏览器"
    r"|未经(?:本网|书面|授权|许可).{0,12}(?:不得|转载)|转载请注明"
    r"|本(?:文|稿|网|站)(?:仅|内容|转载|所载).{0,30}(?:观点|参考|立场|删除|无关)|本文(?:链接|网址|来[自源])"
    r"|点击图片|点击进入|点击查看|点击下载"
    r"|加我?微信\s?[:：]?\s?[a-z0-9]{5}|加我?qq\s?[:：]?\s?[a-z0-9]{5}"
    r"|联系我?微信\s?[:：]?\s?[a-z0-9]{5}|联系我?qq\s?[:：]?\s?[a-z0-9]{5}|代写|代发论文"
)
"""What tells such a line anywhere in it, in lower case. Every alternative begins with a letter, so that the search skips."""


def is_furniture(line: str) -> bool:
    """Whether a line is no part of its page's article: navigation, links, contact and copyright lines.

    >>> is_furniture("您现在的位置:首页 > 新闻"), is_furniture("Copyright 2024"), is_furniture("区政府召开会议")
    (True, True, False)
    """
    lower = line.lower()
    return FURNITURE_LINE.match(lower) is not None or FURNITURE_SIGN.search(lower) is not None


NOTICE = lazy(
    r".{0,14}版权(?:与|及|和)?免责声明|网友评论仅供|(?:免责|版权|特别|郑重|重要)?声明[:：]|凡(?:本网|注明|来源)|本(?:网站|站|平台)(?:所|转载|内容)"
)
"""Legal notices, which may be long."""

LABEL = lazy(
    r"(?P<date>(?:发布|发表|发文|发稿|更新|成文|生成|公开|录入|上传|编辑|创建|撰稿)?\s?(?:时\s?间|日\s?期)\s?[:：])"
    r"|(?P<other>(?:信息发布|(?:信息|文章|新闻|稿件|内容|本文)?来\s?源|稿\s?源|出处|(?:浏览|点击|阅读|访问)(?:次数|量|数|率)?|人气"
    r"|作\s?者|责任编辑|责编|编\s?辑|记者|审核|发布(?:机构|单位|部门|者|人)|索引号|文\s?号|发文字号|主题(?:分类|词)"
    r"|信息类别|公开方式|有\s?效\s?性|索\s{0,3}引\s{0,3}号|标\s{1,4}题|名\s{1,4}称|文\s{1,4}号|主\s{1,3}题\s{1,3}词"
    r"|关\s?键\s?[词字]|(?:本文)?标签|[Tt]ags?|发文机关|公开(?:类别|时限|形式|范围|属性)|责任(?:处室|部门|科室)|信息(?:名称|索引|类型|分类)"
    r"|体裁分类|服务对象|内容概述|组配分类|公文种类|文件编号|上传[人者])\s?[:：])"
    r"|字\s?[号体]\s?[:：]"
)
"""What stands before a value in a metadata line: `来源:`, `发布时间:`, `浏览:`."""


def has_label(line: str) -> bool:
    """Whether a line holds a label of a metadata line.

    >>> has_label("来源:融媒体中心"), has_label("来源广泛")
    (True, False)
    """
    return (":" in line or "：" in line) and LABEL.search(line) is not None


PUBLISHED = lazy("发布|发表|发文|发稿|更新")
"""How the label of the day of publication begins."""

DAY = lazy(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)\s?[-—./年]\s?(?P<month>\d{1,2})\s?[-—./月]\s?(?P<day>\d{1,2})(?!\d)日?"
)

SPELLED_DAY = lazy(
    r"(?P<year>[一二][〇○零Oo一二三四五六七八九]{3})年(?P<month>十?[一二三四五六七八九元正]|十)月"
    r"(?P<day>[一二三四五六七八九]?[十廿卅]?[一二三四五六七八九]?)日"
)
"""二○○八年一月十八日, as speeches are dated."""

BARE_DAY = lazy(
    rf"^[\[【(（]?\s?{DAY.pattern}\s?(?:\d{{1,2}}[:：时]\d\d(?:[:：分]\d\d)?分?)?\s?[\]】)）]?(?:\s+\S{{2,20}}|[(（]\S{{2,8}}[)）])?$"
    rf"|^[\[【(（]?\s?(?:(?:19|20)\d\d年\d{{1,2}}月|[一二][〇○零Oo一二三四五六七八九]{{3}}年[一二三四五六七八九十元正]{{1,2}}月\S{{0,4}}?)\s?[\]】)）]?$"
)
"""A line of a date and clock, perhaps with the name of the source, or the lunar day or the weekday in brackets, behind it."""

LINK_LINE = lazy(
    r"^[·•●■◆\-]?\s?(?:\[\d{1,2}-\d{1,2}\]\s?\S.{4,50}"
    r"|\S.{4,50}?\s?[\[(（【]?(?:(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}-\d{1,2})[\])）】]?)$"
)
"""A link to another article below this one, with its day: `区政府召开第11次常务会议 2022-04-20`."""

PATH = lazy(r"(?:位置|导航)(?:是|为)?\s?[:：]|[首主]页\s?[>»›→/]|^[^>»›→]{1,20}(?:[>»›→][^>»›→]{1,20}){2,}$")
"""The way to this page: `当前位置：首页 > 要闻`, which stands above its title."""

FINAL = lazy(r"[。！？!?；;]['’”」』）)]*$")

PROSE = lazy(r"[。！？；]|[，,][^，,]{4,}[，,]")

WORDS = lazy(r"[^\W_]")

SPAM = lazy(r"https?://|www\.|\.com|\.cn|[0-9]{6,}")

SALUTATION = lazy(
    r"^(?:各位|尊敬的|同志|女士|先生|朋友|主席团).{0,30}[:：]$|(?:同志|代表|委员|朋友)们?[:：]$"
)
"""How a speech begins: `同志们：`, `各位代表：`."""

SUBTITLE = lazy(
    _any(
        r"^(?:——|--|—|─)",  # ——在某某县第十届人民代表大会第二次会议上
        r"会议?上(?:的(?:讲话|报告|发言))?$",
        r"^[（(].{2,40}[)）]$",  # (2012年1月5日)
        r"^[\u4e00-\u9fff、]{2,24}\s{1,4}[\u4e00-\u9fff]\s{0,3}[\u4e00-\u9fff·]{1,5}$",  # 某某市市长 张 三
    )
)

ITEM = lazy(r"[（(]?[一二三四五六七八九十0-9]{1,3}[)）、.．]|第[一二三四五六七八九十]+[章节条部]")
"""How a section begins: `一、`, `（一）`, `1.`."""

CREDIT_WORD = _any(
    r"撰\s?稿|供\s?稿|组\s?稿|来\s?稿|采\s?写|作\s?者|记\s?者|通\s?讯\s?员|实习生|文[/、]图|文\s?字",
    r"[文图]\s?(?=[:：/|｜丨│])|[一二三]\s?审|审\s?核|审\s?校|审\s?稿|初\s?审|复\s?审|终\s?审|核\s?稿|校\s?对|签\s?发|签\s?批",
    r"责任?\s?编辑?|编\s?辑|编\s?审|编\s?发|主\s?编|监\s?制|统\s?筹|录\s?入|排\s?版|制\s?作|摄\s?影|摄\s?像|图片?",
)

CREDIT_LINE = lazy(
    rf"^[（(【\[□■◎]?\s?(?:来\s?源\s?[:：|｜丨│]\s?\S{{2,20}}\s+(?=\S{{2,6}}\s?[:：|｜丨│]))?(?:本报|本网|特约|见习|融媒体?|全媒体)?\s?(?:{CREDIT_WORD})(?:人|员|者|单位)?\s?"
    r"(?:[:：/|｜丨│]|\s|[\u4e00-\u9fff]{2,4}(?:\s|[)）]?$))"
)
"""A line of credits: `撰稿：王某 审核：李某`, `本报记者 张某`."""

CREDIT_UNIT = r"[\u4e00-\u9fff]{1,14}?(?:办|办公室|部|组|局|委|中心|社|站|台|报|网|院|所|室|政府|学校|中学|小学|街道|镇|乡)"
"""The unit of who wrote the page: 县委报道组, 县人大办."""

CREDIT_NAMES = (
    r"(?:[\u4e00-\u9fff]{1,2}\s{0,3}[\u4e00-\u9fff]"
    r"|(?:欧阳|司马|上官|诸葛|司徒|东方|皇甫|公孙|令狐|慕容|尉迟|端木)[\u4e00-\u9fff]{2})"
)

CREDIT_TAIL = lazy(
    rf"[（(](?=[^（）()\n]{{0,80}}[)）]\s*$)(?:[^（）()\n]{{0,20}}(?:{CREDIT_WORD}|[文图摄][·/]|/\s?[文图摄])[^（）()\n]{{1,78}}"
    rf"|(?:{CREDIT_UNIT}\s{{1,4}}){{0,2}}{CREDIT_NAMES}(?:[\s、，,]+[\u4e00-\u9fff]{{2,4}}){{0,5}}"
    rf"|(?:(?<=[。！？”][(（])|(?<=\A[(（])){CREDIT_UNIT}|[^（）()\n]{{2,20}}/[文图摄])[)）]\s*$"
)
"""`(王某某)`, `(撰稿人:… 审核人:…)`, `(县委报道组 王某某)`, `(王某某/文)` where the last line of the body ends."""

NO_CREDIT = lazy(
    r"[（(](?:完|略|未完|待续|下同|节选|摘[要登编]|全文|图|附后|试行|草案|审议稿|讨论稿|掌声|鼓掌|修订稿?)[)）]"
)
