"""Rebuild the tables of person names: surnames, given-name characters, words that look like names or follow them.

    python tools/build_names.py FOLDER_OF_JIEBA [--check]

FOLDER_OF_JIEBA holds `dict.txt` of jieba 0.42.1 (MIT). The surnames and the two lists of common given-name characters
below are written from public knowledge: the Ministry of Public Security's yearly reports on names, and the Hundred
Family Surnames. `--check` writes nothing and fails where a table would change.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "src" / "govtext" / "data"

TOP = """
王72 李72 张68 刘54 陈45 杨31 黄22 赵20 吴20 周19 徐15 孙15 马13 朱13 胡12 郭11 何11 林11 高10 罗10 郑9 梁8 谢7
宋7 唐7 许7 韩6 邓6 冯6 曹6 彭6 曾6 肖6 田5 董5 潘5 袁5 蔡5 蒋5 余5 于5 杜4 叶4 程4 魏4 苏4 吕4 丁4 任4 卢4
姚4 沈4 钟4 姜4 崔4 谭4 陆4 范3 汪3 廖3 石3 金3 韦3 贾3 夏3 付3 方3 邹3 熊3 白3 孟3 秦3 邱3 侯3 江3 尹2 薛2 闫2
段2 雷2 龙2 黎2 史2 陶2 贺2 毛2 郝2 顾2 龚2 邵2 万2 覃2 武2 钱2 戴2 严2 莫2 孔2 向2 常2 汤2 康2 易2 乔2 赖2 文2
"""
"""Surname and its bearers in a thousand, the hundred most common."""

FREQUENT = (
    "葛施洪兰倪耿聂樊章鲁安俞岳温梅齐庄辛管祝左涂谷时舒耶卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈"
    "鲍位覃霍翁隋植甘景薄单包司"
    "柏宁柯阮桂闵解强柴华车冉房边窦邢傅尚阎焦骆古简全连米池冷商滕佟冼练蒙宫湛庞褚娄邬卓苟麦滑柳骆尤胥牛"
    "蓝储晏沙蔺巩苑臧栾应习"
    "冀敖邸占谌裘满丛戚卞喻明鞠荣艾和仇桑党宗佘虞农仲原封初国旷景仝鄢匡奚雍巫麻寇迟楚谈刁操姬郎晁鄂窦荆"
    "吉申岑步邝丘母揭计"
    "檀蓬储缪干解竺盖惠糜芮汲井富储弓牧隗山宓郗班仰秋伊仓暴甘厉戎祖符束幸韶郜蓟印宿怀蒲邰从鄂索咸籍屠池"
    "郁能苍双闻莘党翟谭贡劳逄"
    "扶堵冉宰郦雍却璩濮寿通扈燕浦农温别晏瞿阎充慕茹宦鱼容古慎戈庾终暨居衡都满弘国广禄阙东殳沃利蔚越夔隆"
    "师厍晁勾敖融訾"
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁"
    "韦昌马苗凤花方俞任袁柳酆鲍史唐"
    "费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计"
    "伏成戴谈宋茅庞熊纪舒屈项祝董梁"
    "杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫房裘缪干解应宗丁宣"
    "贲邓郁单杭洪包诸左石崔吉钮龚程嵇"
    "邢滑裴陆荣翁荀羊於惠甄曲封芮羿储靳汲邴糜井段富巫乌焦巴弓牧隗谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭"
    "厉戎祖武符刘景詹束龙叶幸司韶郜"
    "黎蓟薄印宿白怀蒲邰鄂索咸籍赖卓蔺屠蒙池乔阴胥苍闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿边扈燕"
    "冀郏浦尚农温庄晏柴瞿阎充慕连茹习"
    "宦艾鱼容古易慎戈廖庾暨居衡步耿满弘匡文寇禄阙欧殳沃利蔚夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶毋沙乜鞠须"
    "丰巢关蒯查荆游竺权逯盖桓"
    "代官商哈墨赏谯笪言仪冶庹弋户撒敬斯栗淡种竹线缐茆荔萨蒿豆资锁随青靖顿风鹿卿禚逯晋杞甯牟郇鄯钭缑笃爨仵孛"
    "殷伍回楼雒殴贝滕薛卞计茹劳舍薄仉逯亢况后佴戢粘苫续昝占訾闭瞿麻候裔仵郄洛晋来尉肇岐撖补苏由巨延库寸"
    "藺牙帅帕拉次索仁旦郇莽撒妥勉虎"
    "拜者海丹黑铁买脱羊杭鹿衣路郏柘智菅郅綦鞏尧磨岂铙沃尔冶亚鄞骈乌斤赫么逊郐介幺玄鲜茆隽牟缑敬兀曲酆郗"
    "郤盍蹇嵇邴漆蔚乐干解应"
    "辜阚那饶空毋沙乜养须丰巢关蒯相后荆红竺权逯益桓公粟门亓税战矫植招展丑由多芦覃闭佴哈呼官冶荀幺萧沐信尕"
)
"""More single surnames, some tens of thousands of bearers or more each; repetitions do no harm."""

RARE = "来者双随资种须户代商墨言青风敬线充海买脱拉次亚介干应续补延库后公通越东都益信由多呼红养展战税空和从能别却国富门丑强相"
"""Of these, the ones that are far oftener words than surnames; they count for little."""

RARER = (
    "盘侬禤仫佤潭零滚喊罕俸咪揣岱帖呙昶朴杲枚棘楮汝沓淦淳渊渠漕潜澹濯瀚炅炎熙燮爰犹猛猗玛瑞畅皋盈眭睢睦矣砚硕碧祢"
    "稂稽筱箕紫纥纵绍绳羌羽翦肃肥胶腾臾舜芒茂茌茑莱蒉虢蜀衅衙誉訚诺谒豪贯赧轩辅辉迮遆遥邗邛邳郓郯郸釜钊钞钦铎锐镡"
    "闪闽陀陟雎鞮颉骞鬲鬻鸿麴黔默侍俎偃僧儆兆冥冮卯咎啜嘉圭坎妫姒嬴宇宛宾寥尾峗崇嶂帛弥彤徒恭悉悟扎拓捷敏斐旺昂曼"
    "朋杏桐棠榆樟毅汴沧泰涅渔湘滨潮狐狼琚琴璞盟眉矛祈秃稻绛聊舟芝芬苌菊菲葵藕衷豹逢邾钤钿铜镜陌震饮魁鸣麒佀侴凃剡"
    "劼勐匙啖圪奭妘宕岷恽昃昭杓枣栩椿檗炳煦犁瑕璜畀疌祭秉篁绣芈翰聪苞莒蒍蓼蘧蚩褒訇赉跋郕郧郰郾鄄鄘醋钏铃锡阖陂颍"
    "馗麋锺畲枝泉赤瓮猇瞑撄银玉刀岩木普自起法火登思波阿离运英藏达香善开折才千秀庆雪美南兴星春清胜永正顺飞城太士奇"
    "完光克军力遇酒繁秘端酉陵环烈纳"
)
"""Single surnames rarer still, and those of the Zhuang, Dong, Yao, Dai, Naxi and Hui (侬, 盘, 刀, 和, 海)."""

COMPOUND = (
    "欧阳 司马 上官 诸葛 司徒 东方 皇甫 尉迟 公孙 令狐 慕容 宇文 长孙 夏侯 端木 独孤 南宫 轩辕 百里 "
    "呼延 闻人 澹台 钟离 司空 "
    "太史 公冶 公羊 宗政 濮阳 淳于 单于 申屠 仲孙 万俟 赫连 拓跋 完颜 耶律 纳兰 西门 东郭 第五 左丘 "
    "梁丘 谷梁 亓官 鲜于 闾丘 "
    "巫马 颛孙 子车 乐正 漆雕 壤驷 公良 段干 羊舌 微生 即墨 达奚 贺兰 相里 爱新觉罗 叶赫那拉 尔朱"
)
"""Compound surnames."""

RARER_COMPOUND = (
    "公西 公仪 公户 公仲 公伯 公祖 公乘 公孟 仲长 叔孙 申徒 士孙 夹谷 宰父 拓拔 斛律 "
    "斛斯 豆卢 贺若 贺拔 屈突 哥舒 契苾 仆固 黑齿 富察 佟佳 那拉 叶赫 南门 榖梁 毌丘 "
    "毋丘 虞丘 太叔 子书 子桑 钟吾 乐羊 北宫 北堂 南郭 南荣 西闾 壶丘 浮丘 安期 安陵 "
    "王孙 伊祁 伊娄 刘付 范姜 张廖 陆费 谯笪 汝鄢 涂钦"
)
"""Compound surnames rarer still."""

YI = (
    "吉克 吉木 吉伍 吉狄 吉尔 吉布 沙马 沙玛 马海 马黑 阿苦 阿尔 阿侯 阿的 阿库 阿余 "
    "阿子 阿硕 阿说 阿来 海来 俄木 俄底 俄尔 曲比 曲木 勒格 勒伍 瓦其 瓦扎 瓦西 且沙 "
    "木乃 木苦 贾巴 加拉 加巴 苏呷 尔古 尔玛 的日 的莫 比布 日火 惹乌 热柯 布约 什几 "
    "莫色 "
    "阿约 阿什 阿力 阿石 阿渣 阿鲁 阿底 罗洪 吉则 木帕 博什 拉玛 色呷 毛卡 比曲 惹几 "
    "补木 马卡 热卡 金古 吉勒 俄勒 俄吉 俄都 俄其 俄比 吉觉 吉力 吉火 吉差 吉子 吉吾 "
    "吉以 吉史 阿作 麦吉 毛勒 尼比 尼苦 尼足 曲么 且萨 苏嘎 苏甲 斯日 瓦渣 瓦苦 瓦库 "
    "巫其 乌其 乌尼 杰觉 杰尔 结觉 佳支 洛伍 罗伍 甲拉 黑惹 呷日 耳苦 耳子 迪惹 布史 "
    "比毕 比机 巴且 莫洛 莫勒 莫此 马沙"
)
"""Clan names of the Yi, which stand before their given names as surnames do: 吉克阿牛."""

GIVEN_COMMON = (
    "明国文华建志军平春海永金德忠玉红林成庆荣新云光学英兴家立福小晓东生伟少祥宝俊秀清振维世胜利强向安先"
    "丽正景晨宏良保树仁义"
    "元传凤桂中长大天子民开友善宗泽泉洪波江涛涌浩瀚亮辉杰峰锋刚勇毅飞鹏龙虎飚彬斌武全鑫鸣铭钢铁钧锐键健"
    "雄霖雷震宇航帆舟翔"
    "瑞祖恩慧敏静洁梅兰芳菊莲萍霞燕娟娜婷婕艳丹青莉琳琴琪瑶瑜瑾璐珍珠珊玲琼莹雪雨冰露晶馨欣怡悦颖佳雅蕾"
    "薇蓉茜芬芝芸苗倩"
    "婧媛媚嫣姗姝妍妮娴娥嫦贞淑惠贤良才松柏桐梓森材梁栋楠彤轩轶凡超越跃进前程远达通顺昌盛隆富贵财源茂发"
    "旺吉庆喜乐欢康寿延年"
    "益有为思想念怀慈孝悌诚信礼智勤俭谦和睦宁静致远宽厚朴实坚定恒久常启承继绍耀祖光裕炳焕煜烨炜炎灿炯煌"
    "照旭昊昕晗晖晔曦晴"
    "阳暖昭昱朗朝昶冬秋夏月星辰皓乾坤山川河湖岩岭岗崇峻嵩巍屹石磊岳洲涵润泓泳沛沐津浦淳渊渝湘滨潇澄沁汉"
    "淮溪满波洋洁源"
    "可如若以亦之其克力功劲勉励动劭劼博卓南北西京沪渝川鲁豫晋冀湘鄂粤桂闽赣滇黔蜀皖苏浙君臣卿侯伯仲叔季"
    "孟兆万千百双三二一九"
    "尚士相圣贤哲彦彰彪形影征微徽心必志忆忱快怿恺悟惟愉意愚愿懋戈成战扬拓振捷摇操放政效敬敦斐新方施旗日"
    "昆昂易显晋晏"
    "曙曜曼朋望木本权杏杨枫柱柳格桃桥桢楚榕榜槐樱欧正武殿毓民水汝沙治法泰洛济浚淑渤湛演瀛炫烈焱熙熠爱爽"
    "牧特献玄"
    "玺玖玥玮环现玟珂珏珩班理琛琦琨琮琰璇璋瓒生用田甲画畅略登白百皆益盈真睿矛硕磐祎祚祯禄禹秉科秦稳穗竞"
    "章竹笑第筠策"
    "箫簡簡籽粟精素纪纯绅绪维绮缘缨罡羽翀翊翠翰聪育肖胤能自至航舒良艺节芃芦芮苇苑茗茵荃荔莎菁菲萌葆蒙蓬"
    "蔚薪蕊藩虹"
    "融衍裕西言誉训诗语谊谋谷豪赐赓赛赞起超路轲辛迅迎迪逊逢逸道遒遥邦郁郡野钊钦铎银锦镇长闯闻闽阁阔陆际"
    "随隽雄霆霄霏靖"
    "静韧韬韵音顺顿颂频颜飙飏馥驰骁骅骏骥高魁鲲鸽鸿鹃鹤麒麟齐龄"
)
"""Characters of given names, the commonest first; the table's counts come from jieba's names, raised for these."""

SINGLE_COMMON = (
    "伟强勇军磊涛斌杰鹏辉刚平波峰明超健亮飞浩华宁凯俊毅林琳敏静丽艳娟霞燕玲莉萍芳红梅洁颖倩婷娜丹蕾薇莹"
    "慧雪琴瑶璐欣佳晨"
    "鑫龙彬旭阳东海洋江山川雷震宇帆航翔锋剑钢铭锐钧雄健康宏坤成春冬夏秋进昌松柏森林枫桦栋梁楠武威猛虎豹"
    "彪骏驰骁腾跃巍峻岩石"
    "玉英兰菊莲芬芝云虹露冰雁凤鸣鸿鹤鹰琦琪瑜瑾瑞珊珍琼璇睿智哲聪颖博文学彦彬斐然畅悦怡乐欢喜庆祥瑞安定"
    "泰顺利达通兴旺盛荣"
    "华贵富民族军兵政法理力工农商科技勤俭忠诚信义仁礼孝廉洁正直刚毅果敢勇坚韧放迪萌晶淼炎焱炜烨煜炯灿炼"
    "耀晖晗昊昕晓晴晔曦"
    "朗朋友良勋勤勉励奋进前程远志向心意思想念恒健全雯雨霖霞霜涵清澄波浪涌泉源湘滨溪洲渊沛沁泓淇淳澜瀚熙"
    "熠然烈照焘燊"
    "嘉奇妍姗姝婕婧媛嫣娇娅娥嵘岚峥嵩川帅师平庚庶廉延建弘强彤彧征徽德忱怀恺悟惠愚愿戈成扬拓捷播敬敏斌新"
    "方旗旻昂昆昌昱显晋"
    "景智曙曜曼月朔本权李杉来杨柯柳格桐桢植楚榕槿樱欧殊殿毓民水汀汉汝沙治泉法泰洛津洪浚浦涓润淑渝渤湛演"
    "炳焕爽牧玄玮玺"
    "玥环珂珏珩理琛琨琮琰璋瓒生甜用田略登皎皓盈真硕磐祎祺禄禹秀秉科秦稳穗竞章竹笑筠简粟精素纪纯纲纬绅绪"
    "维绮缘罡群羽翀翊翠翰育肖胤胜能"
    "舒舟艺节芃苇苑苗茂茗茜茵荃荔莎莘菁菲葵蒙蓉蓓蔚薪藩衡衍裕要西言誉训诗语诚谊谋谦谷豪赐赛赞越路轩轲辛"
    "迅迎逊逢逸道遥邦郁野钊钦铎银锦锴键镇镜"
    "闯闻阁阔陆隽雅霄霆霏青靓靖革韬韵音颂频飙馨骁骅骥高魁鲁鲲麒麟黎齐龄干云佐佑侃侠俐信俭倡健偲储傲儒元"
    "允先克兢典冉冠凌凡凤凝凡刚创初利功加劲劼勃勋化卉卓南博卫卿历厚双可吉同君启和哲唯喆喻嘉国圆圣坚坤培"
    "堃墨壮复夏夙大天奎奕好妙妮姣威娴婉孟季宁宇守宏宗定宜实宣宪容宸宽寅密寒寿尚尧尹展山屹岭岱岳峙峻崇崎"
    "崧嵬巧帅帆干平广庄应庆康廉廷廓建开异弛弢弦弩弼彩彪影往律徐循微德必忆怡恂恒恕息恬恺悦悠惟惠愈愉慈慎"
    "懿戎戬成戟才执扩抒拯挺振捍捷掌掣揆摇撼支政敦文斌斐斗斤新旋日旦早旭时昀昉昊明昕星昭晏晟普景晶智暄暖"
    "暾曙朴权杉杰松林果枚枝枢枭柏染柔柱查校格桂桓桔梅梦梧梵械棋棣森楷榆榛樟橙欢欣款歌正步武毅毓沉沐沙沛"
    "治沿泓法泠泥波泽洁洋洵活派浑浓浩浪海涛消涵淙淞淼渊渐温游湃湖源溢滔滢漪漫潇潍潮澈澍澜激灏灵炅炎炜炫"
    "烁烂烈焕然煊煌煦熊熹燎燕"
    "一"
)
"""Characters that stand alone as a given name."""

HOMONYMS = (
    "高峰 安静 高兴 黄河 温馨 方圆 高原 高山 高明 高洁 高雅 江山 江河 江海 江南 金山 金秋 明月 马力 "
    "白雪 杨柳 田野 田园 云集 时光 温暖 "
    "常青 常春 文静 山水 石磊 成龙 白云 安宁 江涛 宁静 向阳 向东 向前 易行 金星 金石 安然 路遥 夏天 "
    "秋实 黎明 黄山 "
    "金鑫 金玉 康乐 乐天 凌云 凌晨 凌霄 年华 雷雨 雷鸣 石林 石英 史诗 海涛 海燕 海波 牛犇 米兰 庄严 "
    "严明 华山 "
    "华夏 华丽 齐鸣 鲁莽 钟声 钟情 童真 童谣 谷雨 叶子 宋词 唐诗 曲直 苗条 万象"
)
"""Words that many people are named: 区长高峰. They weigh little against a name."""

LOOKALIKES = (
    "高峰论坛 高峰会 高峰会议 高峰期 金句 汪洋大海 白皮书 蓝皮书 黄皮书 马拉松 强镇 富民 富县 强县 "
    "谢谢 王府 王府井 白云山 廉政 英雄 先锋 志愿 新兴 敬爱 家庭 新闻 康复 立功 长征 长江 家长 先进 小学 学生 建设 向上 "
    "陈述 陈列 陈列馆 陈设 陈旧 高峰 安静 向前 方圆 马上 高原 高山 高明 石油 金融 江山 江河 江海 江南 "
    "江北 白云 白天 黄河 黄金 黄海 金山 金秋 明月 红旗 东方 "
    "明明 高兴 高洁 田野 田园 云集 时光 温暖 温馨 温泉 常青 常春 长城 文明 文静 文章 文化 文昌 万全 "
    "万象 平安 平凡 平静 和平 "
    "和谐 光明 花园 晴朗 阳光 春风 水平 水利 山水 山河 石头 雷雨 风云 龙江 龙泉 龙头 马路 牛羊 单独 "
    "单纯 简单 简朴 成功 成果 成立 成长 "
    "苏醒 苏区 江湖 江苏 湖北 金华 安康 安庆 安阳 安宁 高尚 高贵 高雅 武装 武术 武夷 施工 施行 施政 "
    "易行 时机 方便 方才 应急 应用 万一"
)
"""Ordinary words that are people's names too, and words of such prose that begin as names do."""

AFTER = (
    "在 说 要 将 向 对 为 就 与 和 及 等 从 还 也 到 赴 作 做 来 去 是 的 先 并 率 带 受 代 担 任 当 "
    "兼 又 再 已 正 曾 因 由 以 于 同 给 把 被 让 "
    "均 都 便 则 称 谈 看 听 讲 问 答 宣 致 发 写 出 主 亲 一 随 即 不 没 有 走 坐 站 介 开 接 会 可 "
    "刚 才 仍 却 之 或 或者 上 下 中 能 想 说道 "
    "主持 出席 参加 讲话 指出 强调 要求 表示 介绍 通报 汇报 宣读 致辞 致词 陪同 率队 带队 带领 率领 "
    "深入 前往 来到 一行 等人 以及 作了 分别 先后 "
    "今天 昨天 昨日 今日 日前 近日 当天 当日 前天 明天 上午 下午 晚上 参观 视察 调研 督导 检查 督查 "
    "走访 慰问 看望 会见 接见 听取 传达 安排 部署 总结 点评 代表 当选 担任 "
    "北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 "
    "广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 "
    "甘肃 青海 宁夏 新疆 香港 澳门 台湾 中国 全国 国家 中共 中央 本报 新华社 率先 指挥 巡察 致歉 亲切 "
    "出面 赞成 协调 指示 兼任 代表 家中 家里 "
    "委托 委派 嘱托 邀请 授权 回应 部署 推介 解说 带头 参与 协助 配合 落实 推动 实地察看 察看 查看 "
    "检阅 检验 验收 "
    "具体 全面 扎实 切实 积极 主动 及时 迅速 热情 热烈 郑重 严肃 深刻 系统 重点 "
    "简要 明确 随机 就近 连夜 当场 当即 专题 逐项 深情 亲笔 带着 冒着 顶着 来信 来电 "
    "分赴 分头 分组 分路 逐户 逐个 逐村 共话 共商 共叙 "
    "勉励 第一时间 宣讲 谋划 鸣枪 任组长 任副组长 利用 陪着 立即 节前 节日 节后 帮扶 均到 授旗 授奖 国庆 春节 元旦 中秋 "
    "端午 五一 随同 随即 夜访 挂点 联系 巡林 巡田 巡河 指导 调处 述廉 述责 启动 观看 询问 辞去 马上 冒雨 专程 包联 体验 "
    "鼓励 专门 又到 再到 都到 研判 洽谈 针对 每周 每天 话发展 谈体会 督战 督阵 督促 视频 远程 连线 到会 到场 赶赴 奔赴 "
    "赶到 牵手 领衔 领办 认领 包抓 包片 包村 蹲点 驻点 驻村 坐镇 挂牌 回访 家访 遍访 探望 探访 巡视 巡检 抽查 突击 审阅 "
    "签批 题词 撰文 献花 植树 上党课 讲党课 会后 会前 此次 这次 首次 三次 "
    "两次 第一次 第二次 第三次 第几次 其次 最后 接着 紧接着 当晚 次日 昨晚 今晨 "
    "凌晨 清晨 早上 中午 傍晚 深夜 周一 周二 周三 周四 周五 周六 周日 上周 本周 月初 月底 年初 年底 手持 手捧 身着 身穿 "
    "忙着 拉着 握着 牵着 扶着 指着 望着 看着 说着 高兴 激动 动情 感慨 欣慰 直言 承诺 保证 自豪 冒着 顶着 冒雪 冒严寒 "
    "上线 回信 来函 复函 会商 磋商 攀谈 交谈 谈话 叮嘱 嘱咐 会谈 会晤 "
    "深有感触 深有体会 深有感慨 深感 深知 深表 询诊 问计 问需 问效 送达 送去 送来 赠送 捐赠 捐款 "
    "处获悉 处了解到 处得知 家中 手中 手里 身上 身边 名下 "
    "缺席 倡议 逐条 请假 请全体 请大家 提到 谈到 谈道 讲到 讲道 致欢迎辞 致欢迎词 致开幕辞 致闭幕词 致闭幕辞 致答谢词 "
    "作补充 作情况 作总结 作动员 作部署 作安排 作典型 作说明 作汇报 作通报 作点评 作专题 作辅导 作交流 作强调 作批示 作主题 "
    "作重要 作工作 作书面 作发言 作小结 作题为 做专题 做报告 做讲话 做总结 做动员 做表态 做典型 做点评 做交流 "
    "就做好 就有关 就下一步 就下步 就当前 就贯彻 就学习 就如何 就抓好 就进一步 就全市 就全县 就全区 就推进 就加强 应邀 "
    "率调研组 率团 率有关 率相关 与大家 与企业 与干部 与群众 与师生 与学员 对工作 对下一步 对下步 对此 对当前 对各 对做好 对全 "
    "从三个 从四个 从五个 从六个 从讲政治 代为 受委托 受市 受区 受县 在会上 在座谈 在讲话 在调研 在总结 在主持 在致辞 在听取 "
    "在发言 在检查 在通报 在汇报 在表态 在动员 在部署 在传达 在主会场 在分会场 在视频 在点评 在督导 在考察 在走访 在慰问 "
    "于近日 于日前 任总指挥 任第一 任指挥长 兼办公室 签订 签字 开展 赴基层 赴外地 赴一线 赴京 赴省 到信访 到镇 到村 到任 到企业 到现场 "
    "到社区 到基层 上台 讲授 对接 分管 还强调 还要求 还指出 还就 还对 还到 也作了 也到 均参加 均出席 均作 都作了 都参加 "
    "则要求 则表示 则强调 便来到 便赶到 再次 回忆 解释 号召 补充 重申 为组长 为副组长 为大家 为学员 为党员 为获奖 为企业 "
    "向大会 向与会 向全 向大家 向各 会同 "
    "出任 认为 提出 宣布 签署 发表 告诉 接受 主讲 授课 发言 解读 亲自 亲临 现场 多次 随后 回答 负责 "
    "牵头 组织 召开 召集 结合 围绕 首先 充分 高度 "
    "逐一 一一 认真 详细 仔细 实地 全程 一同 共同 联合 希望 祝贺 致电 致信 因病 正在 已经 曾经 没有 "
    "看到 走进 走到 自己 本人 他们 她们 "
    "报道 摄影 摄 通讯员 记者 编辑 责编 审核 校对 供稿 文并摄 文图 左一 左二 右一 右二 前左 前右 列席 "
    "主讲 领誓 领学 作为 作出 作报告 作表态 作讲话 做客 签约 "
    "揭牌 揭幕 授牌 颁奖 剪彩 开幕 致开幕词 宣誓 述职 表态 交流 座谈 约谈 调度 巡查 暗访 夜查 巡河 "
    "接访 下访 包案 挂帅 坐镇 指挥 批示 点赞 提议 建议 提醒 呼吁 坦言 透露 "
    "时 书记 主任 主席 总理 部长 局长 市长 区长 县长 省长 镇长 教授 院士 大使 委员长 秘书长 上将 中将 "
    "少将 大校 夫人 阁下 元帅 将军 此前 此间 透露 曾任 现任 时任 男 女 同志 先生 女士 夫妇 陪同下 "
    "带领下 主持下 率领下 支持下 "
    "公车私用 收受 违规 违纪 违法 涉嫌 挪用 贪污 受贿 行贿 酒驾 醉驾 酒后 履职不力 履责不力 工作失职 失职 弄虚作假 "
    "私设 滥发 侵占 套取 虚报 骗取 冒领 克扣 优亲厚友 吃拿卡要 大操大办 公款 公款吃喝 插手 充当 "
    "敛财 索要 索取 借用 占用 漠视 落实不力 监管不力 所作 所做 所提 所讲 所写"
)
"""Words that follow a name in such prose; single characters only where they seldom end a given name."""

HEADERS = {
    "surnames": "surname\tper_million",
    "given_characters": "character\tfirst\tlast\tsingle\ttext",
    "name_lookalikes": "word\tper_million",
    "after_names": "word\torigin",
}


def surnames() -> dict[str, int]:
    """Each surname with its bearers in a million."""
    table = dict.fromkeys((*COMPOUND.split(), *RARER_COMPOUND.split(), *YI.split()), 20)
    table["欧阳"] = 800
    table["司马"] = table["上官"] = 60
    table.update(dict.fromkeys(dict.fromkeys(FREQUENT), 200))
    table.update(dict.fromkeys(RARE, 40))
    table.update(dict.fromkeys(RARER, 20))
    table.update({cell[0]: int(cell[1:]) * 1000 for cell in TOP.split()})
    return table


def read_dictionary(folder: Path) -> list[tuple[str, int, str]]:
    """The words of jieba with frequency and tag."""
    lines = (folder / "dict.txt").read_text(encoding="utf-8").splitlines()
    return [(word, int(count), tag) for word, count, tag in (line.split(" ") for line in lines)]


def given_characters(words: list[tuple[str, int, str]]) -> dict[str, tuple[int, int, int, int]]:
    """Each character with its share, in a million, of the first, last and single places of given names, and of text."""
    common = {cell[0] for cell in TOP.split()}
    first, last, single, text = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for word, count, tag in words:
        for char in word:
            text[char] += count
        if tag == "nr" and word[0] in common:
            if len(word) == 3:
                first[word[1]] += 1
                last[word[2]] += 1
            elif len(word) == 2:
                single[word[1]] += 1
    for rank, char in enumerate(dict.fromkeys(GIVEN_COMMON)):
        raised = 160 if rank < 80 else 60 if rank < 300 else 30
        first[char] += raised
        last[char] += raised
        single[char] += raised // 4
    for rank, char in enumerate(dict.fromkeys(SINGLE_COMMON)):
        single[char] += 120 if rank < 120 else 40 if rank < 400 else 15
        last[char] += 10
    totals = [sum(counter.values()) for counter in (first, last, single, text)]

    def share(counter: Counter[str], index: int, char: str) -> int:
        return round(1e6 * counter[char] / totals[index])

    every = sorted(char for char in text if "\u4e00" <= char <= "\u9fff")
    table = {
        char: (share(first, 0, char), share(last, 1, char), share(single, 2, char), share(text, 3, char))
        for char in every
    }
    return {char: row for char, row in table.items() if any(row)}


def lookalikes(words: list[tuple[str, int, str]]) -> dict[str, int]:
    """Words that begin as a name would, with occurrences in a million words; frequent enough to be met."""
    total = sum(count for _, count, _ in words)
    begins = {name for name in surnames() if len(name) == 1}
    kept = {
        word: max(1, round(1e6 * count / total))
        for word, count, tag in words
        if 2 <= len(word) <= 4
        and word[0] in begins
        and count >= 20
        and not tag.startswith("nr")
        and word.isalpha()
    }
    for word in LOOKALIKES.split():
        kept[word] = max(40, kept.get(word, 0))
    kept.update(dict.fromkeys(HOMONYMS.split(), 1))
    return dict(sorted(kept.items()))


def after_names(words: list[tuple[str, int, str]]) -> dict[str, str]:
    """Words that follow a name: written for govtext, and jieba's verbs, adverbs, prepositions, times and places."""
    table = {
        word: "jieba"
        for word, count, tag in words
        if len(word) == 2 and tag in {"v", "d", "p", "c", "t", "vn", "ad"} and count >= 150
    }
    table.update(dict.fromkeys(AFTER.split(), "govtext"))
    return dict(sorted(table.items()))


def tables(folder: Path) -> dict[str, str]:
    """The text of each table."""
    words = read_dictionary(folder)
    jieba = "jieba 0.42.1, dict.txt (https://github.com/fxsjy/jieba)"
    rows = {
        "surnames": [f"{name}\t{share}" for name, share in surnames().items()],
        "given_characters": [
            "\t".join((char, *map(str, row))) for char, row in given_characters(words).items()
        ],
        "name_lookalikes": [f"{word}\t{share}" for word, share in lookalikes(words).items()],
        "after_names": [f"{word}\t{origin}" for word, origin in after_names(words).items()],
    }
    notes = {
        "surnames": "bearers in a million people, rounded from published rankings; rare ones are estimates",
        "given_characters": "share in a million of the first and last places of two-character given names, of single "
        "given names, and of running text",
        "name_lookalikes": "words that begin with a surname character and are no names; occurrences in a million words",
        "after_names": "words that may follow a name, so that it ends there",
    }
    own = "written for govtext from public knowledge (tools/build_names.py)"
    sources = dict.fromkeys(rows, f"{jieba}; {own}") | {"surnames": own}
    licences = dict.fromkeys(rows, "MIT (jieba), Apache-2.0") | {"surnames": "Apache-2.0"}
    return {
        name: "\n".join(
            (f"# source: {sources[name]}", f"# licence: {licences[name]}", "# date: 2026-11-22", f"# {notes[name]}",
             HEADERS[name], *body, "")
        )
        for name, body in rows.items()
    }  # fmt: skip


def main() -> int:
    """Write the tables, or check them."""
    parser = argparse.ArgumentParser(description="Rebuild the tables of person names.")
    parser.add_argument("jieba", type=Path, help="folder that holds jieba's dict.txt")
    parser.add_argument("--check", action="store_true", help="write nothing; fail where a table would change")
    options = parser.parse_args()
    changed = []
    for name, text in tables(options.jieba).items():
        path = DATA / f"{name}.tsv"
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            changed.append(path.name)
            if not options.check:
                path.write_text(text, encoding="utf-8")
    print("changed:" if changed else "up to date", *changed)
    return int(options.check and bool(changed))


if __name__ == "__main__":
    sys.exit(main())
