"""Near-duplicates and learned boilerplate."""

from scrapers.repeats import learn_boilerplate, shingles, signature, similarity

TEXT = "".join(
    f"第{n}家企业代表在会上介绍了本地服装产业的发展情况与第{n * 7}项技术改造经验。" for n in range(20)
)
OTHER = "".join(
    f"本届展会第{n}展区集中展示了功能性面料与第{n * 3}种环保染整工艺的最新成果。" for n in range(20)
)


def test_similarity_is_the_true_jaccard():
    """Two texts' similarity is the share of 5-grams they have in common."""
    assert similarity(TEXT, TEXT) == 1.0
    assert similarity(TEXT, OTHER) < 0.1
    assert similarity("", "") == 0.0
    assert similarity("abcdefg", "abcdefh") == 2 / 4


def test_script_blanks_and_marks_do_not_count():
    """A reprint in traditional characters with other spacing is the same text."""
    assert list(shingles("产业 发展，大会")) == list(shingles("產業發展大會"))


def test_reprints_share_a_band_and_strangers_do_not():
    """A copy with some sentences edited shares a band of the signature; another text shares none."""
    copy = TEXT.replace("第3家", "第三家").replace("第9家", "第九家") + "本报记者报道。"
    assert set(signature(TEXT)) & set(signature(copy))
    assert not set(signature(TEXT)) & set(signature(OTHER))


def test_paragraphs_that_recur_are_learned():
    """What most bodies of a source carry is its boilerplate; what one carries twice is not."""
    common = "欢迎关注本协会微信公众号"
    bodies = [f"第{n}条独有的新闻内容\n第{n}条独有的新闻内容\n{common}" for n in range(5)]
    assert learn_boilerplate(bodies) == (common,)
    assert learn_boilerplate(bodies[:2]) == ()
