package org.rectification.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rectification.support.Clause;

@Clause("S20")
class BranchesTest {

    @ParameterizedTest
    @CsvSource({
        "财政所所长,财政所",
        "党建工作办副主任,党建工作办",
        "农业农村服务中心主任,农业农村服务中心",
        "党政综合办主任、整改办联络员,党政综合办",
        "办公室,办公室",
        "上坡村党支部书记,上坡村党支部",
        "组织干事,清溪镇党委",
        "副镇长,清溪镇党委",
        ",清溪镇党委"
    })
    void branchIsReadFromTheOfficeOrElseItIsTheOrganisation(String office, String branch) {
        assertThat(Branches.ofOffice(office, "清溪镇党委")).isEqualTo(branch);
    }
}
